namespace TaskGen.Sample;

/// <summary>Represents the result of processing a data set.</summary>
/// <param name="DatasetId">The id of the data set.</param>
/// <param name="Processed">The number of rows that were read.</param>
/// <param name="Invalid">The number of invalid rows, which are not included in the mean distance and the parts of the day.</param>
/// <param name="InvalidByReason">The number of invalid rows per reason. Reasons that do not occur are omitted.</param>
/// <param name="FirstInvalid">The first invalid rows.</param>
/// <param name="AverageDistance">The mean distance of the valid rows.</param>
/// <param name="DistanceUnit">The unit of the distance: <c>km</c> or <c>miles</c>.</param>
/// <param name="DayParts">The valid rows by part of the day.</param>
public sealed record DatasetReport(
    int DatasetId,
    int Processed,
    int Invalid,
    IReadOnlyDictionary<InvalidReason, int> InvalidByReason,
    IReadOnlyList<InvalidRow> FirstInvalid,
    double AverageDistance,
    string DistanceUnit,
    IReadOnlyList<DayPart> DayParts);
