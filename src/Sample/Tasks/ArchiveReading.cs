namespace TaskGen.Sample;

/// <summary>The turn of a task at the archive.</summary>
/// <param name="Rows">How many rows it read.</param>
/// <param name="EnteredAt">When its turn began, by the worker's clock.</param>
/// <param name="LeftAt">When it had read all.</param>
public sealed record ArchiveReading(long Rows, DateTimeOffset EnteredAt, DateTimeOffset LeftAt);
