namespace TaskGen.Canvases;

/// <summary>Something, and what starts besides where it fails.</summary>
/// <param name="Body">What may fail.</param>
/// <param name="Handler">What starts then.</param>
/// <param name="PassesFailure">Whether that takes the failure; it is a task then.</param>
internal sealed record CanvasGuard(CanvasPart Body, CanvasPart Handler, bool PassesFailure) : CanvasPart;
