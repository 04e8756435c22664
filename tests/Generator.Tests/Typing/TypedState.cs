namespace Generator.Tests.Typing;

/// <summary>The text of a file at one moment.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsComplete">Whether the file is whole, so that the output must be that of a fresh run.</param>
internal sealed record TypedState(string Text, bool IsComplete);
