namespace TaskGen.Canvases;

/// <summary>
/// Represents a part of a signature. The parts form a tree whose leaves are tasks. A part can be used in several places, and each use
/// becomes a separate node of the canvas.
/// </summary>
internal abstract record CanvasPart;
