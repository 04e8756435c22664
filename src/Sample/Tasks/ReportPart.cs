namespace TaskGen.Sample;

/// <summary>Represents a part of a report: the groups of some of its flights.</summary>
/// <param name="Parameters">The parameters that select the flights.</param>
/// <param name="Groups">The groups, ordered by number, without empty ones.</param>
public sealed record ReportPart(ReportParameters Parameters, IReadOnlyList<DelayGroup> Groups);
