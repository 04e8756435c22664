namespace TaskGen.Sample;

/// <summary>Contains the number of users.</summary>
/// <param name="All">The number of all users.</param>
/// <param name="Active">The number of active users.</param>
public sealed record UserCounts(int All, int Active);
