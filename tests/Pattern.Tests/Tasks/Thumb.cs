namespace Pattern.Tests;

/// <summary>A small one.</summary>
public sealed record Thumb(string Url, int Width);
