using TaskGen.Brokers;

namespace TaskGen.Canvases;

/// <summary>Represents a canvas node while the layout of the canvas is created. Its index is assigned last.</summary>
internal sealed class CanvasPlace(CanvasNodeKind kind, CanvasSurroundings at)
{
    public CanvasNodeKind Kind => kind;

    public int Index { get; set; }

    /// <summary>The task; <see langword="null"/> if the node is not a task.</summary>
    public CanvasStep? Step { get; init; }

    /// <summary>The first node of each member; empty if the node is not a group.</summary>
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
