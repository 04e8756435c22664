namespace TaskGen.Sample;

/// <summary>How far an operation on many users has come.</summary>
/// <param name="Current">How many users are settled, one way or the other.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Processed">How many of the settled were changed.</param>
/// <param name="Failed">How many of the settled were not.</param>
public sealed record BatchTotals(int Current, int Total, int Processed, int Failed);
