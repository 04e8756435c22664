namespace TaskGen.Canvases;

/// <summary>Side by side.</summary>
internal sealed record CanvasGroup(CanvasPart[] Members) : CanvasPart;
