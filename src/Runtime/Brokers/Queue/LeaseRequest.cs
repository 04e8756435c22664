namespace TaskGen.Brokers;

/// <summary>What a worker sends in the hot step.</summary>
internal sealed record LeaseRequest
{
    public required WorkerIncarnation Worker { get; init; }

    /// <summary>Rises by one with each request of the incarnation on the queue; a number that was seen before is refused.</summary>
    public required long Number { get; init; }

    public IReadOnlyList<Settlement> Finished { get; init; } = [];

    /// <summary>Held tasks that have started, for the record and for the blame of a crash.</summary>
    public IReadOnlyList<StartMark> Started { get; init; } = [];

    /// <summary>How many tasks may be taken; at most 200.</summary>
    public int MaxTasks { get; init; }

    /// <summary>How many bytes of envelopes may be taken; one task is taken even if it is larger.</summary>
    public int MaxBytes { get; init; } = 1024 * 1024;
}
