namespace TaskGen.Canvases;

/// <summary>Represents two parts of a canvas that run one after the other.</summary>
/// <param name="First">The part that runs first.</param>
/// <param name="Next">The part that starts after the first part has succeeded.</param>
/// <param name="PassesValue">
/// Whether the next part receives the result of the first part as its input. If so, the next part is a single task.
/// </param>
internal sealed record CanvasChain(CanvasPart First, CanvasPart Next, bool PassesValue) : CanvasPart;
