using TaskGen.Brokers;

namespace TaskGen.Canvases;

/// <summary>A node while the canvas is laid out: its number is known last.</summary>
internal sealed class CanvasPlace(CanvasNodeKind kind, CanvasSurroundings at)
{
    public CanvasNodeKind Kind => kind;

    public int Index { get; set; }

    /// <summary>Of a task.</summary>
    public CanvasStep? Step { get; init; }

    /// <summary>Of a group: where each position starts.</summary>
    public CanvasPlace[] Members { get; init; } = [];

    public CanvasPlace? Next { get; set; }

    public bool PassesValue { get; set; }

    public CanvasNode ToNode(ReadOnlyMemory<byte> task) => new()
    {
        Index = Index,
        Kind = kind,
        Next = Next?.Index ?? CanvasNode.None,
        PassesValue = PassesValue,
        Parent = at.Group?.Index ?? (at.IsBranch ? CanvasNode.Nobody : CanvasNode.Whole),
        Position = at.Position,
        Scope = at.Scope?.Index ?? CanvasNode.None,
        Members = [.. Members.Select(static member => member.Index)],
        Task = task,
    };
}
