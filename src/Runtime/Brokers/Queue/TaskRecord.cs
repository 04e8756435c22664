namespace TaskGen.Brokers;

/// <summary>
/// What a broker knows of a task whose record is kept, from dispatch to the end of its TTL. Bytes are stored as they came.
/// </summary>
internal sealed record TaskRecord
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required TaskState State { get; init; }

    /// <summary>The attempt that runs or was the last to run, from 1; 0 before the first.</summary>
    public int Attempt { get; init; }

    public required int MaxAttempts { get; init; }

    public required DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>Set while scheduled or retrying.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public string? WorkerId { get; init; }

    public ReadOnlyMemory<byte> Progress { get; init; }

    /// <summary>Rises with each progress that is stored.</summary>
    public long ProgressVersion { get; init; }

    public ReadOnlyMemory<byte> Result { get; init; }

    public ReadOnlyMemory<byte> Failure { get; init; }

    /// <summary>Why it ended or went back; a cancel's reason in the caller's words.</summary>
    public string? Reason { get; init; }
}
