namespace Pattern.Tests;

/// <summary>A picture.</summary>
public sealed record Picture(string Url);
