namespace TaskGen.Sample;

/// <summary>Represents the number of invalid rows in a data set.</summary>
/// <param name="DatasetId">The id of the data set.</param>
/// <param name="IsStrict"><see langword="true"/> if all rules were applied; otherwise, <see langword="false"/>.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Invalid">The number of invalid rows.</param>
/// <param name="InvalidByReason">The number of invalid rows per reason. Reasons that do not occur are omitted.</param>
public sealed record QualityCheck(
    int DatasetId, bool IsStrict, int Rows, int Invalid, IReadOnlyDictionary<InvalidReason, int> InvalidByReason);
