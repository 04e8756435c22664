namespace TaskGen;

/// <summary>The exception that is thrown when the broker did not answer, so that the outcome of a dispatch is unknown.</summary>
/// <remarks>
/// <para>
/// It is possible that the tasks were enqueued. To make sure that a task runs, dispatch it again with <see cref="EnqueueOptions.Id"/> set
/// to its id in <see cref="Ids"/>: no second task is created if the first one exists. For a canvas, <see cref="Ids"/> contains the id of
/// the canvas. Pass it to <see cref="ITaskClient.GetHandle(TaskId)"/> to read the state of the canvas.
/// </para>
/// <para>
/// The broker does not store a record (the state and result) of a task that is declared with <see cref="TaskAttribute.IgnoreResult"/> and
/// dispatched without an idempotency key. If such a task has already ended when it is dispatched again, it runs a second time.
/// </para>
/// </remarks>
/// <param name="ids">The ids that the tasks have if they were enqueued.</param>
/// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
public sealed class TaskEnqueueUnknownException(IReadOnlyList<TaskId> ids, Exception? innerException = null)
    : TaskGenException(
        $"The broker did not reply, so it is not known whether {ids?.Count ?? 0} task(s) were enqueued. "
        + "Read the state of each task in Ids, or dispatch again with EnqueueOptions.Id set to the same id.",
        innerException)
{
    /// <summary>Gets the ids that the tasks have if they were enqueued.</summary>
    public IReadOnlyList<TaskId> Ids { get; } = ids ?? [];
}
