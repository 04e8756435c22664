namespace TaskGen.Sample;

/// <summary>A part of a report: the groups of some of its flights.</summary>
/// <param name="Parameters">Of which flights.</param>
/// <param name="Groups">The groups, by number; empty ones are left out.</param>
public sealed record ReportPart(ReportParameters Parameters, IReadOnlyList<DelayGroup> Groups);
