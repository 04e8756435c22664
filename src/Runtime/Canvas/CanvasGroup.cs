namespace TaskGen.Canvases;

/// <summary>Parts of a canvas that run in parallel.</summary>
internal sealed record CanvasGroup(CanvasPart[] Members) : CanvasPart;
