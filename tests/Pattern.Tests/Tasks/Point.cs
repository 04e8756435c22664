namespace Pattern.Tests;

/// <summary>An argument and a result that is no primitive.</summary>
public sealed record Point(int X, int Y);
