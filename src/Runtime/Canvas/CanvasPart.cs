namespace TaskGen.Canvases;

/// <summary>
/// What a signature is made of: a tree whose leaves are tasks. A part may stand in several places; only the plan makes different tasks of
/// them.
/// </summary>
internal abstract record CanvasPart;
