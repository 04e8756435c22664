namespace TaskGen.Sample;

/// <summary>How many rows of a data set break a rule.</summary>
/// <param name="DatasetId">The data set.</param>
/// <param name="IsStrict">Whether all rules were asked.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Invalid">How many of them break a rule.</param>
/// <param name="InvalidByReason">The same by reason; reasons without a row are left out.</param>
public sealed record QualityCheck(
    int DatasetId, bool IsStrict, int Rows, int Invalid, IReadOnlyDictionary<InvalidReason, int> InvalidByReason);
