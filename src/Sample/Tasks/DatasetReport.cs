namespace TaskGen.Sample;

/// <summary>What came of a data set.</summary>
/// <param name="DatasetId">The data set.</param>
/// <param name="Processed">How many rows were read.</param>
/// <param name="Invalid">How many of them were not counted.</param>
/// <param name="InvalidByReason">The same by reason; reasons without a row are left out.</param>
/// <param name="FirstInvalid">The first of them, by name.</param>
/// <param name="AverageDistance">The mean distance of the rest.</param>
/// <param name="DistanceUnit">Its unit: <c>km</c> or <c>miles</c>.</param>
/// <param name="DayParts">The rest by part of the day.</param>
public sealed record DatasetReport(
    int DatasetId,
    int Processed,
    int Invalid,
    IReadOnlyDictionary<InvalidReason, int> InvalidByReason,
    IReadOnlyList<InvalidRow> FirstInvalid,
    double AverageDistance,
    string DistanceUnit,
    IReadOnlyList<DayPart> DayParts);
