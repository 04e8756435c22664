namespace TaskGen.Sample;

/// <summary>Specifies how a data set is processed. The options are part of the payload; the rows of the data set are not.</summary>
/// <param name="Normalize">
/// <see langword="true"/> to convert miles to kilometers and to count early arrivals as a delay of zero, as in the statistics of the U.S.
/// Bureau of Transportation Statistics; otherwise, <see langword="false"/>.
/// </param>
/// <param name="Validate">
/// <see langword="true"/> to apply all <see cref="FlightRules"/>; otherwise, <see langword="false"/>. Rows with a missing value or an
/// invalid departure time are always invalid.
/// </param>
/// <param name="QualityThreshold">The minimum share of valid rows, from 0 to 1. If the share is lower, the task fails.</param>
public sealed record ProcessingOptions(bool Normalize = true, bool Validate = true, double QualityThreshold = 0.95);
