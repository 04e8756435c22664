namespace Pattern.Tests;

/// <summary>Many of them.</summary>
public sealed record Album(string Title, IReadOnlyList<string> Urls);
