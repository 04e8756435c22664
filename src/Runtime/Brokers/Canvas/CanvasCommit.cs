namespace TaskGen.Brokers;

/// <summary>Represents the data that completes a canvas, whose nodes are stored, and starts it.</summary>
internal sealed record CanvasCommit
{
    /// <summary>Gets the number of nodes of the canvas. All of them must have been stored.</summary>
    public required int Nodes { get; init; }

    /// <summary>Gets the number of group nodes. They have the lowest indexes.</summary>
    public required int Groups { get; init; }

    /// <summary>Gets the index of the node that starts first.</summary>
    public required int Entry { get; init; }

    /// <summary>
    /// Gets the number of tasks that <see cref="CanvasCounts.Counts"/> includes. If it is 0, the record of the canvas has no progress.
    /// </summary>
    public int Members { get; init; }

    /// <summary>Gets the name to store in the record of the canvas.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets how long the record of the canvas (its state and result) can be read after the canvas ends. If the result of the canvas is the
    /// result of a group, the results of the group members can be read for the same time.
    /// </summary>
    public TimeSpan RecordTtl { get; init; } = TimeSpan.FromDays(1);
}
