namespace TaskGen;

/// <summary>The broker knows no task of this id: there never was one, or its record has reached the end of its TTL.</summary>
/// <param name="id">The id.</param>
public sealed class TaskNotFoundException(TaskId id)
    : TaskGenException(
        $"No task {id} is known. There never was one, or its record has reached the end of its TTL (ResultTtlSeconds after its end).")
{
    /// <summary>The id.</summary>
    public TaskId Id { get; } = id;
}
