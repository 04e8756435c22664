namespace TaskGen;

/// <summary>Represents how many tasks of a canvas have ended.</summary>
/// <remarks>
/// Tasks that run only after a failure (<c>OnError</c>) are not counted. If a task of a chain fails, the tasks that follow it never end. If
/// the canvas is canceled, its tasks that end later are not counted.
/// </remarks>
/// <param name="Members">The number of tasks in the canvas.</param>
/// <param name="Ended">The number of tasks that have ended, in any state.</param>
/// <param name="Failed">The number of tasks that have ended and have not succeeded.</param>
public sealed record CanvasProgress(int Members, int Ended, int Failed);
