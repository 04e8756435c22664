using TaskGen.Canvases;

namespace TaskGen.Brokers;

/// <summary>
/// Represents a node of a canvas and what starts after it. A group member is identified by its position, not by its task, because two
/// members with the same idempotency key may be one task.
/// </summary>
internal sealed record CanvasNode
{
    /// <summary>The value of <see cref="Next"/> or <see cref="Scope"/> that means that there is no such node.</summary>
    public const int None = -1;

    /// <summary>The value of <see cref="Parent"/> that means that the end of the node is the end of the canvas.</summary>
    public const int Whole = -1;

    /// <summary>
    /// The value of <see cref="Parent"/> that means that the end of the node has no effect on the canvas. It is used for branches that run
    /// after a failure.
    /// </summary>
    public const int Nobody = -2;

    /// <summary>Gets the index of the node in the canvas, from 0 without gaps. Groups come first.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the kind of the node.</summary>
    public required CanvasNodeKind Kind { get; init; }

    /// <summary>
    /// Gets the index of the node that starts after this node succeeds. If it is <see cref="None"/>, the result of this node becomes the
    /// result of its position in the group or of the canvas. For an error scope, gets the index of the node that starts after a failure.
    /// </summary>
    public int Next { get; init; } = None;

    /// <summary>
    /// Gets a value that indicates whether the next node receives the result of this node as its input. For an error scope, the input is
    /// the failure.
    /// </summary>
    public bool PassesValue { get; init; }

    /// <summary>Gets the index of the group that contains the node, <see cref="Whole"/> or <see cref="Nobody"/>.</summary>
    public int Parent { get; init; } = Whole;

    /// <summary>Gets the position of the node in its group, starting at 0.</summary>
    public int Position { get; init; }

    /// <summary>Gets the index of the innermost error scope that contains the node. For an error scope, gets the next outer one.</summary>
    public int Scope { get; init; } = None;

    /// <summary>Gets the index of the first node of each member. Only a group has members.</summary>
    public IReadOnlyList<int> Members { get; init; } = [];

    /// <summary>
    /// Gets the encoded task to dispatch, as <see cref="CanvasTaskCodec"/> writes it. Only a task node has one. A broker stores it without
    /// decoding it.
    /// </summary>
    public ReadOnlyMemory<byte> Task { get; init; }
}
