namespace TaskGen.Canvases;

/// <summary>Represents the position of a part within a canvas.</summary>
internal sealed record CanvasSurroundings
{
    /// <summary>
    /// The group of which the part is a member; <see langword="null"/> if the end of the part is the end of the canvas, or if no other part
    /// waits for its end.
    /// </summary>
    public CanvasPlace? Group { get; init; }

    /// <summary>The zero-based position of the part in <see cref="Group"/>.</summary>
    public int Position { get; init; }

    /// <summary>Whether the part runs after a failure, so that no other part waits for its end.</summary>
    public bool IsBranch { get; init; }

    /// <summary>
    /// The innermost error scope that contains the part, within the same group; <see langword="null"/> if there is none. When a member
    /// fails, its group fails, and then the error scope of the group applies.
    /// </summary>
    public CanvasPlace? Scope { get; init; }

    /// <summary>Whether another part follows, so that the result of this part is not the result of the part that contains it.</summary>
    public bool HasNext { get; init; }

    /// <summary>The number of nested lists that contain the result of the part.</summary>
    public int Nesting { get; init; }
}
