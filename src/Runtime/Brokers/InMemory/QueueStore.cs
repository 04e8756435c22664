using System.Collections.Concurrent;
using TaskGen.Primitives;

namespace TaskGen.Brokers.InMemory;

/// <summary>Stores the queues of one broker. A queue is created by the first operation that can be performed on an empty queue.</summary>
internal sealed class QueueStore(TimeProvider time, BrokerLimits limits)
{
    private readonly ConcurrentDictionary<string, StoredQueue> _queues = new(StringComparer.Ordinal);

    public TimeProvider Time => time;

    public StoppedHeartbeats Heartbeats { get; } = new();

    public StoredQueue Get(string name) =>
        _queues.TryGetValue(name, out var queue)
            ? queue
            : _queues.GetOrAdd(WireNames.Check(name, "queue", nameof(name)), static (key, all) => all.Make(key), this);

    /// <summary>Finds a queue without creating it, for operations that have no effect on an empty queue.</summary>
    public StoredQueue? Find(string name) => _queues.GetValueOrDefault(WireNames.Check(name, "queue", nameof(name)));

    private StoredQueue Make(string name) => new(name, time, limits, Heartbeats);
}
