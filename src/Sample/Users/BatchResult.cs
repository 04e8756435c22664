namespace TaskGen.Sample;

/// <summary>Represents the result of one batch of users.</summary>
/// <param name="Processed">The number of changed users.</param>
/// <param name="Failed">
/// The number of users that were not changed, because a database constraint refused the change or the user does not exist.
/// </param>
public sealed record BatchResult(int Processed, int Failed);
