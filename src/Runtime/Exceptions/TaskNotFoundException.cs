namespace TaskGen;

/// <summary>The exception that is thrown when the broker has no record of a task.</summary>
/// <remarks>
/// Either no task was dispatched with this id, or its record has expired: a record is kept for <see cref="TaskAttribute.ResultTtlSeconds"/>
/// after the task ends. Check that the client uses the same broker and namespace as the process that dispatched the task.
/// </remarks>
/// <param name="id">The id that was not found.</param>
public sealed class TaskNotFoundException(TaskId id)
    : TaskGenException(
        $"Task {id} was not found. Either no task was dispatched with this id, or its record has expired "
        + "(ResultTtlSeconds after the task ended).")
{
    /// <summary>Gets the id that was not found.</summary>
    public TaskId Id { get; } = id;
}
