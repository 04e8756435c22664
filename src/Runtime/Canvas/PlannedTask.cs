namespace TaskGen.Canvases;

/// <summary>One task of a plan.</summary>
/// <param name="Node">The number of its node.</param>
/// <param name="Step">What it was made from.</param>
/// <param name="Task">How it is dispatched.</param>
internal sealed record PlannedTask(int Node, CanvasStep Step, CanvasTask Task);
