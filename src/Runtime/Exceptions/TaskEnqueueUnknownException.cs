namespace TaskGen;

/// <summary>The exception that is thrown when the broker did not answer, so that the outcome of a dispatch is unknown.</summary>
/// <remarks>
/// <para>
/// The tasks may have been enqueued. To make sure that a task runs, dispatch it again with <see cref="EnqueueOptions.Id"/> set to its id in
/// <see cref="Ids"/>: no second task is created if the first one exists. Of a canvas, <see cref="Ids"/> has the id of the canvas, whose
/// state can be read with <see cref="ITaskClient.GetHandle(TaskId)"/>.
/// </para>
/// <para>
/// A task with <see cref="TaskAttribute.IgnoreResult"/> and without an idempotency key keeps no record. If it has ended before the second
/// dispatch, it runs again.
/// </para>
/// </remarks>
/// <param name="ids">The ids that the tasks have if they were enqueued.</param>
/// <param name="innerException">The exception of the connection; <see langword="null"/> if there is none.</param>
public sealed class TaskEnqueueUnknownException(IReadOnlyList<TaskId> ids, Exception? innerException = null)
    : TaskGenException(
        $"The broker did not reply, so it is not known whether {ids?.Count ?? 0} task(s) were enqueued. "
        + "Read the state of each task in Ids, or dispatch again with EnqueueOptions.Id set to the same id.",
        innerException)
{
    /// <summary>Gets the ids that the tasks have if they were enqueued.</summary>
    public IReadOnlyList<TaskId> Ids { get; } = ids ?? [];
}
