namespace TaskGen.Canvases;

/// <summary>What a part of a canvas stands in.</summary>
internal sealed record CanvasSurroundings
{
    /// <summary>The group whose member its end settles; null: the whole, or nobody.</summary>
    public CanvasPlace? Group { get; init; }

    /// <summary>Its position in <see cref="Group"/>.</summary>
    public int Position { get; init; }

    /// <summary>Whether it runs after a failure, and nobody wants to know of its end.</summary>
    public bool IsBranch { get; init; }

    /// <summary>
    /// The innermost error scope, up to the next group: a group's members fail the group, and that runs what stands around it.
    /// </summary>
    public CanvasPlace? Scope { get; init; }

    /// <summary>Whether something follows, so that its value is not that of its surroundings.</summary>
    public bool HasNext { get; init; }

    /// <summary>How many lists its value becomes an element of.</summary>
    public int Nesting { get; init; }
}
