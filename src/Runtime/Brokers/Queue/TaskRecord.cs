namespace TaskGen.Brokers;

/// <summary>
/// Represents the data that a broker stores about a task or a canvas for callers, such as state and result. It is kept from the dispatch
/// until its time to live, counted from the end of the task, has expired. Bytes are stored and returned unchanged.
/// </summary>
internal sealed record TaskRecord
{
    /// <summary>Gets the id of the task or of the canvas.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the wire name of the task, or the name of the canvas.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the state of the task or of the canvas.</summary>
    public required TaskState State { get; init; }

    /// <summary>Gets the number of the running or last attempt, starting at 1; 0 before the first attempt.</summary>
    public int Attempt { get; init; }

    /// <summary>Gets the maximum number of attempts.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Gets the time at which the task was enqueued, by the broker's clock.</summary>
    public required DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>Gets the time at which the task can be leased; <see langword="null"/> unless the state is scheduled or retrying.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets the time at which the running or last attempt started; <see langword="null"/> before the first attempt.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets the time at which the task ended; <see langword="null"/> before that.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>
    /// Gets the worker incarnation that started the running or last attempt, as <see cref="WorkerIncarnation.ToString"/> returns it.
    /// </summary>
    public string? WorkerId { get; init; }

    /// <summary>Gets the last stored progress report; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Progress { get; init; }

    /// <summary>Gets the version number of the progress report. It increases each time a report is stored.</summary>
    public long ProgressVersion { get; init; }

    /// <summary>Gets the encoded result; empty if there is none or if it is not kept.</summary>
    public ReadOnlyMemory<byte> Result { get; init; }

    /// <summary>
    /// Gets the failure of the last failed attempt, or of the task, as <see cref="TaskGen.Serialization.FailureCodec"/> writes it; empty if
    /// there is none.
    /// </summary>
    public ReadOnlyMemory<byte> Failure { get; init; }

    /// <summary>
    /// Gets the reason why the task ended or was last returned to the queue. For a canceled task, it is the reason given by the caller that
    /// canceled it.
    /// </summary>
    public string? Reason { get; init; }
}
