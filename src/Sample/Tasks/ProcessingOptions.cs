namespace TaskGen.Sample;

/// <summary>Specifies how a data set is processed. It is part of the payload; the rows are not.</summary>
/// <param name="Normalize">
/// <see langword="true"/> to convert miles to kilometers and to count early arrivals as a delay of zero, as in the statistics of the
/// Bureau; otherwise, <see langword="false"/>.
/// </param>
/// <param name="Validate">
/// <see langword="true"/> to apply all of <see cref="FlightRules"/>; otherwise, <see langword="false"/>. Rows without a value or a time of
/// day are never counted.
/// </param>
/// <param name="QualityThreshold">The minimum share of valid rows, from 0 to 1. The task fails below it.</param>
public sealed record ProcessingOptions(bool Normalize = true, bool Validate = true, double QualityThreshold = 0.95);
