namespace TaskGen.Canvases;

/// <summary>Represents parts of a canvas that run in parallel.</summary>
internal sealed record CanvasGroup(CanvasPart[] Members) : CanvasPart;
