namespace TaskGen.Canvases;

/// <summary>One after the other.</summary>
/// <param name="First">What begins.</param>
/// <param name="Next">What follows its success.</param>
/// <param name="PassesValue">Whether what follows takes the value; it is a task then.</param>
internal sealed record CanvasChain(CanvasPart First, CanvasPart Next, bool PassesValue) : CanvasPart;
