using TaskGen.Canvases;

namespace TaskGen.Brokers;

/// <summary>
/// Represents a node of a canvas (a task, a group, or an error scope) and its links to other nodes. A group member is identified by its
/// position in the group, not by its task, because two members with the same idempotency key can be the same task.
/// </summary>
internal sealed record CanvasNode
{
    /// <summary>The value of <see cref="Next"/> or <see cref="Scope"/> if there is no such node.</summary>
    public const int None = -1;

    /// <summary>
    /// The value of <see cref="Parent"/> if the node is not in a group, so that its end is the end of the canvas if it has no next node.
    /// </summary>
    public const int Whole = -1;

    /// <summary>
    /// The value of <see cref="Parent"/> if the end of the node has no effect on the result of the canvas. It is used for the nodes that
    /// run after a failure.
    /// </summary>
    public const int Nobody = -2;

    /// <summary>
    /// Gets the index of the node in the canvas. The indexes are contiguous and start at 0. Groups have the lowest indexes.
    /// </summary>
    public required int Index { get; init; }

    /// <summary>Gets the kind of the node.</summary>
    public required CanvasNodeKind Kind { get; init; }

    /// <summary>
    /// Gets the index of the node that starts after this node succeeds. If it is <see cref="None"/>, the result of this node becomes the
    /// result of the group member, or of the canvas if no group contains the node. For an error scope, gets the index of the node that
    /// starts after a failure.
    /// </summary>
    public int Next { get; init; } = None;

    /// <summary>
    /// Gets a value that indicates whether the next node receives the result of this node as its input. For an error scope, the input is
    /// the failure.
    /// </summary>
    public bool PassesValue { get; init; }

    /// <summary>Gets the index of the group that contains the node, <see cref="Whole"/>, or <see cref="Nobody"/>.</summary>
    public int Parent { get; init; } = Whole;

    /// <summary>Gets the zero-based position of the group member to which the node belongs.</summary>
    public int Position { get; init; }

    /// <summary>
    /// Gets the index of the innermost error scope that contains the node. For an error scope, gets the index of the error scope that
    /// contains it.
    /// </summary>
    public int Scope { get; init; } = None;

    /// <summary>Gets the index of the first node of each group member; empty if the node is not a group.</summary>
    public IReadOnlyList<int> Members { get; init; } = [];

    /// <summary>
    /// Gets the task to dispatch, as <see cref="CanvasTaskCodec"/> encodes it; empty if the node is not a task. A broker stores it without
    /// decoding it.
    /// </summary>
    public ReadOnlyMemory<byte> Task { get; init; }
}
