using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>A worker incarnation of the reference. It stays in the list when it is dead or has left.</summary>
internal sealed class ReferenceHolder
{
    public required WorkerIncarnation Worker { get; init; }

    public required TimeSpan Lease { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public long LastNumber { get; set; } = long.MinValue;

    public bool Gone { get; set; }

    public DateTimeOffset? DiedAt { get; set; }

    /// <summary>In which maintenance it was found dead.</summary>
    public int FoundDead { get; set; }

    public List<ReferenceTask> Held { get; } = [];
}
