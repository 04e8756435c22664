namespace Ported.Contracts;

public sealed record Subtitle(string Language, Uri Source, IReadOnlyList<SubtitleCue> Cues);
