using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using TaskGen.Serialization;

namespace TaskGen.Dispatch;

/// <summary>A producer and the numbers of its batches: dense for each queue, since a broker remembers so many numbers back.</summary>
internal sealed class BatchNumbers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, StrongBox<long>> _last = new(StringComparer.Ordinal);

    public Guid Producer { get; } = TaskIds.New(time, hasRecord: true);

    public long Next(string queue) => Interlocked.Increment(ref _last.GetOrAdd(queue, static _ => new StrongBox<long>()).Value);
}
