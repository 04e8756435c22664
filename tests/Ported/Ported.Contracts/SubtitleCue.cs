namespace Ported.Contracts;

public readonly record struct SubtitleCue(TimeSpan Start, TimeSpan End, string Text);
