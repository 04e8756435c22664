namespace TaskGen.Sample;

/// <summary>How many users there are.</summary>
/// <param name="All">All of them.</param>
/// <param name="Active">Those who are active.</param>
public sealed record UserCounts(int All, int Active);
