namespace TaskGen.Testing;

/// <summary>One dispatch that <see cref="FakeTaskClient"/> collected.</summary>
/// <param name="Id">The id the handle has.</param>
/// <param name="Name">The task's name on the wire.</param>
/// <param name="Args">The payload: the task's generated <c>Args</c>, equal by value, collections included.</param>
/// <param name="Options">What the dispatch wanted otherwise than declared.</param>
public sealed record EnqueuedTask(TaskId Id, string Name, object Args, EnqueueOptions Options);
