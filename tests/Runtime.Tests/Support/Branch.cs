namespace TaskGen.Tests;

/// <summary>A type of a user that contains itself.</summary>
internal sealed record Branch(string Name, IReadOnlyList<Branch>? Parts = null);
