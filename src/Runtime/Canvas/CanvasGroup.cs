namespace TaskGen;

/// <summary>Side by side.</summary>
internal sealed record CanvasGroup(CanvasPart[] Members) : CanvasPart;
