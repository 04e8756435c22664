namespace TaskGen.Canvases;

/// <summary>
/// A node of the tree that makes up a signature. The leaves are tasks. A part can be used in several places, and each use becomes a
/// separate task in the plan.
/// </summary>
internal abstract record CanvasPart;
