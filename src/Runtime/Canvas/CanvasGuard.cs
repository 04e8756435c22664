namespace TaskGen.Canvases;

/// <summary>Represents a part of a canvas with an error handler.</summary>
/// <param name="Body">The part that the handler covers.</param>
/// <param name="Handler">The part that starts if the body does not succeed.</param>
/// <param name="PassesFailure">Whether the handler receives the failure as its input. If so, the handler is a single task.</param>
internal sealed record CanvasGuard(CanvasPart Body, CanvasPart Handler, bool PassesFailure) : CanvasPart;
