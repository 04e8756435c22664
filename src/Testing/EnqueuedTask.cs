namespace TaskGen.Testing;

/// <summary>Represents a task that <see cref="FakeTaskClient"/> collected instead of enqueuing it.</summary>
/// <param name="Id">The id of the task, which is also the id of its handle.</param>
/// <param name="Name">The wire name of the task.</param>
/// <param name="Args">
/// The arguments, as a value of the task's generated type <c>Args</c>. Two such values are equal if their arguments are equal. Collections
/// are compared by their elements.
/// </param>
/// <param name="Options">The options of the dispatch, which override the values of the <see cref="TaskAttribute"/>.</param>
public sealed record EnqueuedTask(TaskId Id, string Name, object Args, EnqueueOptions Options);
