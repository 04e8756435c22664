namespace TaskGen.Sample;

/// <summary>Specifies which flights a report includes.</summary>
/// <param name="DatasetId">The id of the data set.</param>
/// <param name="MinDistance">The minimum distance of a flight, in miles.</param>
/// <param name="MaxDistance">The maximum distance of a flight, in miles.</param>
public sealed record ReportParameters(int DatasetId, int MinDistance = 1, int MaxDistance = 10_000);
