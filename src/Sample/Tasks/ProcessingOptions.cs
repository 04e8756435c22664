namespace TaskGen.Sample;

/// <summary>How a data set is processed. It travels in the payload; the rows do not.</summary>
/// <param name="Normalize">
/// Whether miles become kilometres and early arrivals count as no delay, as in the Bureau's own delay statistics.
/// </param>
/// <param name="Validate">
/// Whether rows are held against <see cref="FlightRules"/>; rows without a value or a time of day are never counted.
/// </param>
/// <param name="QualityThreshold">The least share of valid rows, 0 to 1; below it there is no report.</param>
public sealed record ProcessingOptions(bool Normalize = true, bool Validate = true, double QualityThreshold = 0.95);
