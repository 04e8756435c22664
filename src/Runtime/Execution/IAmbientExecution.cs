namespace TaskGen.Execution;

/// <summary>Defines the operations that a dispatch or a wait performs on the task execution in which it runs.</summary>
internal interface IAmbientExecution
{
    TaskId Id { get; }

    bool HasEnded { get; }

    /// <summary>
    /// Whether the task was canceled and its token has fired. A task that its method dispatches from then on is not one of its child tasks,
    /// because the method dispatches it although it can know of the cancellation.
    /// </summary>
    bool IsCanceled { get; }

    /// <summary>Begins a wait for another task. The first of several concurrent waits releases the concurrency slot.</summary>
    void Park();

    /// <summary>
    /// Ends a wait for another task. The last of several concurrent waits completes only after the concurrency slot has been acquired
    /// again.
    /// </summary>
    /// <param name="interruption">
    /// The token that interrupts the wait. When it is canceled, the slot is acquired immediately, even if no slot is free.
    /// </param>
    Task UnparkAsync(CancellationToken interruption);

    /// <summary>
    /// Records child tasks that the running task has dispatched. If the execution is canceled, the child tasks are also canceled. It must
    /// not be called if <see cref="IsCanceled"/> was <see langword="true"/> before the dispatch was sent.
    /// </summary>
    void AddChildren(IReadOnlyList<TaskId> children);
}
