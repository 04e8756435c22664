namespace TaskGen.Brokers;

/// <summary>Represents a request of a worker to settle finished tasks, to mark started tasks and to lease further tasks.</summary>
internal sealed record LeaseRequest
{
    /// <summary>Gets the worker incarnation that sends the request.</summary>
    public required WorkerIncarnation Worker { get; init; }

    /// <summary>
    /// Gets the number of the request. It increases with each request of the incarnation on the queue. The broker refuses a number that is
    /// not higher than the last one.
    /// </summary>
    public required long Number { get; init; }

    /// <summary>Gets the settlements of held tasks. They are applied before tasks are leased.</summary>
    public IReadOnlyList<Settlement> Finished { get; init; } = [];

    /// <summary>
    /// Gets the start marks of held tasks that have started. They set the record to running, and a later crash of the worker is counted
    /// against a suspected task only if it was marked.
    /// </summary>
    public IReadOnlyList<StartMark> Started { get; init; } = [];

    /// <summary>Gets the maximum number of tasks to lease, from 0 to 200.</summary>
    public int MaxTasks { get; init; }

    /// <summary>Gets the maximum total size of the leased envelopes, in bytes. One task is leased even if it is larger.</summary>
    public int MaxBytes { get; init; } = 1024 * 1024;
}
