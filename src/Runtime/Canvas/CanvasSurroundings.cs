namespace TaskGen.Canvases;

/// <summary>The position of a part within a canvas.</summary>
internal sealed record CanvasSurroundings
{
    /// <summary>
    /// The group of which the part is a member. Null if the end of the part is the end of the canvas, or if no other part waits for it.
    /// </summary>
    public CanvasPlace? Group { get; init; }

    /// <summary>The position of the part in <see cref="Group"/>, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Whether the part runs after a failure, so that no other part waits for its end.</summary>
    public bool IsBranch { get; init; }

    /// <summary>
    /// The innermost error scope of the part, up to the next group. A member that fails causes its group to fail, and then the error scope
    /// of the group applies.
    /// </summary>
    public CanvasPlace? Scope { get; init; }

    /// <summary>Whether another part follows, so that the value of this part is not the value of the surrounding part.</summary>
    public bool HasNext { get; init; }

    /// <summary>The number of nested lists that contain the value of the part.</summary>
    public int Nesting { get; init; }
}
