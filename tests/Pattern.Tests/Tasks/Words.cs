namespace Pattern.Tests;

/// <summary>A text under a name that is not ASCII either.</summary>
public sealed record Words(string 文本);
