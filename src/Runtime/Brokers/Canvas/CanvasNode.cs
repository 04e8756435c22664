using TaskGen.Canvases;

namespace TaskGen.Brokers;

/// <summary>
/// One node of a canvas: what it is, and what follows its end. A group member is a position of its group, never a task: two equal
/// idempotent members may be one task.
/// </summary>
internal sealed record CanvasNode
{
    /// <summary>As <see cref="Next"/>, <see cref="Scope"/>: there is none.</summary>
    public const int None = -1;

    /// <summary>As <see cref="Parent"/>: its end is the end of the whole.</summary>
    public const int Whole = -1;

    /// <summary>As <see cref="Parent"/>: nobody wants to know of its end. So end the branches that run after a failure.</summary>
    public const int Nobody = -2;

    /// <summary>Its number in the canvas, dense from 0; all groups come first.</summary>
    public required int Index { get; init; }

    public required CanvasNodeKind Kind { get; init; }

    /// <summary>
    /// What starts after its success, or <see cref="None"/>: then its value is that of its place. Of an error scope: what starts after a
    /// failure.
    /// </summary>
    public int Next { get; init; } = None;

    /// <summary>Whether what starts next takes the value, or for an error scope the failure, as its input.</summary>
    public bool PassesValue { get; init; }

    /// <summary>The group it is a member of, <see cref="Whole"/> or <see cref="Nobody"/>.</summary>
    public int Parent { get; init; } = Whole;

    /// <summary>Its position in <see cref="Parent"/>, from 0.</summary>
    public int Position { get; init; }

    /// <summary>The innermost error scope it stands in; of an error scope the one around it.</summary>
    public int Scope { get; init; } = None;

    /// <summary>Of a group: the node that each position starts with.</summary>
    public IReadOnlyList<int> Members { get; init; } = [];

    /// <summary>Of a task: how to dispatch it, as <see cref="CanvasTaskCodec"/> writes it. Brokers only keep it.</summary>
    public ReadOnlyMemory<byte> Task { get; init; }
}
