using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>A canvas of the reference.</summary>
internal sealed class ReferenceCanvas
{
    public required Guid Id { get; init; }

    public Dictionary<int, CanvasNode> Nodes { get; } = [];

    public CanvasCommit? Commit { get; set; }

    public DateTimeOffset? DropAt { get; set; }

    public bool IsCanceled { get; set; }

    public string? CancelReason { get; set; }

    public HashSet<int> Started { get; } = [];

    public HashSet<int> Ended { get; } = [];

    public Dictionary<int, byte[]?> Inputs { get; } = [];

    public Dictionary<(int Group, int Position), (TaskState State, byte[] Value)> Settled { get; } = [];

    /// <summary>What is done when somebody asks for deliveries: groups to start the members of, and the sweep of a cancel.</summary>
    public List<int> Spreads { get; } = [];

    public bool SweepWaits { get; set; }

    public (TaskState State, byte[] Value)? Outcome { get; set; }

    public bool IsUnderWay(int node) =>
        Nodes.TryGetValue(node, out var plan) && plan.Kind == CanvasNodeKind.Task && Started.Contains(node) && !Ended.Contains(node);

    public bool IsIdle =>
        Commit is not null && Spreads.Count == 0 && !SweepWaits && (IsCanceled || Outcome is not null) && !Nodes.Keys.Any(IsUnderWay);
}
