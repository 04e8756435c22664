namespace Pattern.Tests;

/// <summary>More than how far it is.</summary>
public sealed record StageDetail(string File, int Rejected);
