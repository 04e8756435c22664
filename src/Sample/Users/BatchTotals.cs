namespace TaskGen.Sample;

/// <summary>Represents the progress of an operation on many users.</summary>
/// <param name="Current">The number of users in finished batches.</param>
/// <param name="Total">The total number of users.</param>
/// <param name="Processed">The number of changed users in finished batches.</param>
/// <param name="Failed">The number of users in finished batches that were not changed.</param>
public sealed record BatchTotals(int Current, int Total, int Processed, int Failed);
