using System.Collections.Concurrent;

namespace TaskGen.Brokers.InMemory;

/// <summary>Whose heartbeat a test has stopped, and since when. All others beat for ever: they live in this process.</summary>
internal sealed class StoppedHeartbeats
{
    public ConcurrentDictionary<WorkerIncarnation, DateTimeOffset> Stopped { get; } = new();
}
