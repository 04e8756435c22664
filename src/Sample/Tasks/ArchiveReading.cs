namespace TaskGen.Sample;

/// <summary>Represents the period in which one task read the archive.</summary>
/// <param name="Rows">The number of rows that the task read.</param>
/// <param name="EnteredAt">The time at which the task acquired the archive, according to the worker's clock.</param>
/// <param name="LeftAt">The time at which the task had read all rows.</param>
public sealed record ArchiveReading(long Rows, DateTimeOffset EnteredAt, DateTimeOffset LeftAt);
