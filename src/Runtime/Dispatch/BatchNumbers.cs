using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using TaskGen.Serialization;

namespace TaskGen.Dispatch;

/// <summary>
/// Creates the producer id of this instance, and numbers its batches per queue. The numbers have no gaps, because a broker stores the
/// replies for only a limited range of numbers.
/// </summary>
internal sealed class BatchNumbers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, StrongBox<long>> _last = new(StringComparer.Ordinal);

    public Guid Producer { get; } = TaskIds.New(time, hasRecord: true);

    public long Next(string queue) => Interlocked.Increment(ref _last.GetOrAdd(queue, static _ => new StrongBox<long>()).Value);
}
