using System.Collections.Concurrent;

namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Stores the incarnations whose heartbeats a test has stopped, with the time. All other incarnations live in this process and never miss a
/// heartbeat.
/// </summary>
internal sealed class StoppedHeartbeats
{
    public ConcurrentDictionary<WorkerIncarnation, DateTimeOffset> Stopped { get; } = new();
}
