namespace TaskGen.Sample;

/// <summary>What a report is about.</summary>
/// <param name="DatasetId">The data set.</param>
/// <param name="MinDistance">The shortest flights that count, in miles.</param>
/// <param name="MaxDistance">The longest flights that count, in miles.</param>
public sealed record ReportParameters(int DatasetId, int MinDistance = 1, int MaxDistance = 10_000);
