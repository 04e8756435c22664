namespace TaskGen.Brokers;

/// <summary>Represents a worker's request to settle finished tasks, mark tasks as started, and lease more tasks.</summary>
internal sealed record LeaseRequest
{
    /// <summary>Gets the worker incarnation that sends the request.</summary>
    public required WorkerIncarnation Worker { get; init; }

    /// <summary>
    /// Gets the request number. It increases with each request that the incarnation sends for the queue. The broker refuses a number that
    /// is not higher than the last one.
    /// </summary>
    public required long Number { get; init; }

    /// <summary>Gets the settlements of tasks that the worker holds. They are applied before more tasks are leased.</summary>
    public IReadOnlyList<Settlement> Finished { get; init; } = [];

    /// <summary>
    /// Gets the start marks of held tasks that have started. A start mark sets the state in the task's record to running. If a crash has
    /// already been counted for a task, a further worker crash is counted only if the task was marked as started.
    /// </summary>
    public IReadOnlyList<StartMark> Started { get; init; } = [];

    /// <summary>Gets the maximum number of tasks to lease; between 0 and 200.</summary>
    public int MaxTasks { get; init; }

    /// <summary>Gets the number of child tasks that the worker has leased in a row, since its last ordinary task.</summary>
    public int ChildRun { get; init; }

    /// <summary>
    /// Gets the number of child tasks to lease in a row before an ordinary task of the same priority, while both are waiting; at least 1.
    /// </summary>
    public int MaxChildRun { get; init; } = 1;

    /// <summary>Gets the maximum total size of the leased envelopes, in bytes. One task is leased even if it is larger.</summary>
    public int MaxBytes { get; init; } = 1024 * 1024;
}
