namespace TaskGen;

/// <summary>
/// The broker did not answer in time: the tasks may or may not have been enqueued. Dispatching again with <see cref="EnqueueOptions.Id"/>
/// set to the same ids is safe, but for a task with <c>IgnoreResult</c>, which can run twice then: nothing is kept by which it could be
/// known again.
/// </summary>
/// <param name="ids">The ids the tasks have if they were enqueued.</param>
/// <param name="innerException">What the connection said.</param>
public sealed class TaskEnqueueUnknownException(IReadOnlyList<TaskId> ids, Exception? innerException = null)
    : TaskGenException(
        $"It is not known whether {ids?.Count ?? 0} task(s) were enqueued: the broker did not answer. "
        + "Dispatch again with the same ids to be sure.",
        innerException)
{
    /// <summary>The ids the tasks have if they were enqueued.</summary>
    public IReadOnlyList<TaskId> Ids { get; } = ids ?? [];
}
