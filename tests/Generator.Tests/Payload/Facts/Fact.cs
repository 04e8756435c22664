namespace Generator.Tests.Payload.Facts;

/// <summary>What happened to a sample, and what the analyzers said about it.</summary>
/// <param name="Difference">Where what arrived differs from what was sent, or why nothing arrived; null if the two are equal.</param>
/// <param name="Messages">The ids and messages of the diagnostics that say that the value will not come back as it was.</param>
public sealed record Fact(string? Difference, IReadOnlyList<string> Messages);
