namespace TaskGen.Canvases;

/// <summary>A task of a plan.</summary>
/// <param name="Node">The number of the node of the task.</param>
/// <param name="Step">The part of the signature from which the task was created.</param>
/// <param name="Task">The task as it is stored.</param>
internal sealed record PlannedTask(int Node, CanvasStep Step, CanvasTask Task);
