namespace TaskGen.Sample;

/// <summary>What became of the users of one batch.</summary>
/// <param name="Processed">How many were changed.</param>
/// <param name="Failed">How many were not: a rule of the database refused it, or there is no such user.</param>
public sealed record BatchResult(int Processed, int Failed);
