namespace TaskGen.Canvases;

/// <summary>Represents a task of a canvas plan.</summary>
/// <param name="Node">The index of the task's node.</param>
/// <param name="Step">The part of the signature from which the task was created.</param>
/// <param name="Task">The task in the form in which it is stored.</param>
internal sealed record PlannedTask(int Node, CanvasStep Step, CanvasTask Task);
