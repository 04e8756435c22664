namespace TaskGen.Brokers;

/// <summary>What turns the stored pages of a canvas into a canvas that runs.</summary>
internal sealed record CanvasCommit
{
    /// <summary>How many nodes must have been stored.</summary>
    public required int Nodes { get; init; }

    /// <summary>How many of them are groups: the first ones.</summary>
    public required int Groups { get; init; }

    /// <summary>The node to start with.</summary>
    public required int Entry { get; init; }

    /// <summary>The name in the record of the whole.</summary>
    public required string Name { get; init; }

    /// <summary>How long the record of the whole can be read after its end, and with it the results of a group that it ends with.</summary>
    public TimeSpan RecordTtl { get; init; } = TimeSpan.FromDays(1);
}
