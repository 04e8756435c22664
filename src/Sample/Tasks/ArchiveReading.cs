namespace TaskGen.Sample;

/// <summary>Represents the use of the archive by one task.</summary>
/// <param name="Rows">The number of rows that the task read.</param>
/// <param name="EnteredAt">The time at which the task acquired the archive, by the clock of the worker.</param>
/// <param name="LeftAt">The time at which the task had read all rows.</param>
public sealed record ArchiveReading(long Rows, DateTimeOffset EnteredAt, DateTimeOffset LeftAt);
