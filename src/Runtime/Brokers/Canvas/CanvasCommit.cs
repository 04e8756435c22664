namespace TaskGen.Brokers;

/// <summary>Represents the data that completes a canvas whose pages are stored, and starts it.</summary>
internal sealed record CanvasCommit
{
    /// <summary>Gets the number of nodes that must have been stored.</summary>
    public required int Nodes { get; init; }

    /// <summary>Gets the number of groups. They are the first nodes of the canvas.</summary>
    public required int Groups { get; init; }

    /// <summary>Gets the index of the node to start first.</summary>
    public required int Entry { get; init; }

    /// <summary>Gets the name to store in the record of the canvas.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the time for which the record of the canvas can be read after its end. If the canvas ends with the results of a group, they can
    /// be read as long.
    /// </summary>
    public TimeSpan RecordTtl { get; init; } = TimeSpan.FromDays(1);
}
