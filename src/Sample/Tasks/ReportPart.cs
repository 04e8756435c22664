namespace TaskGen.Sample;

/// <summary>Represents a part of a report: the groups of some of its flights.</summary>
/// <param name="Parameters">The parameters that select the flights.</param>
/// <param name="Groups">The groups that are not empty, ordered by number.</param>
public sealed record ReportPart(ReportParameters Parameters, IReadOnlyList<DelayGroup> Groups);
