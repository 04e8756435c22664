namespace TaskGen.Brokers;

/// <summary>Represents a task to enqueue.</summary>
internal sealed record NewTask
{
    /// <summary>Gets the id of the task. A broker does not enqueue a task with a record again while a record with its id exists.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the wire name of the task, which is stored in its record.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the encoded envelope. The broker writes its own time into the header: the time of enqueuing and, if <see cref="ExpiresAfter"/>
    /// or <see cref="ExpiresAt"/> is set, the deadline.
    /// </summary>
    public required ReadOnlyMemory<byte> Envelope { get; init; }

    /// <summary>Gets the priority in the queue.</summary>
    public required TaskPriority Priority { get; init; }

    /// <summary>Gets the maximum number of attempts, which is stored in the record.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the broker keeps a <see cref="TaskRecord"/> with state, progress, result and failure. It must
    /// equal the flag in the header of the envelope.
    /// </summary>
    public required bool HasRecord { get; init; }

    /// <summary>Gets the time for which the record can be read after the end of the task.</summary>
    public TimeSpan RecordTtl { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Gets the time for which dispatches with the same <see cref="IdempotencyKey"/> join the task after it succeeded. The record is kept
    /// at least as long.
    /// </summary>
    public TimeSpan KeyTtl { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Gets the delay before the task can be leased, from the time at which the broker enqueues it. It cannot be combined with
    /// <see cref="NotBefore"/>.
    /// </summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Gets the time before which the task cannot be leased. It cannot be combined with <see cref="Delay"/>.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>
    /// Gets the time after which the task expires if it still waits, from the time at which the broker enqueues it. It cannot be combined
    /// with <see cref="ExpiresAt"/>.
    /// </summary>
    public TimeSpan? ExpiresAfter { get; init; }

    /// <summary>Gets the time at which the task expires if it still waits. It cannot be combined with <see cref="ExpiresAfter"/>.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// Gets the idempotency key, unique within the queue. It includes the wire name. If a task with the same key has not ended, or has
    /// succeeded and its <see cref="KeyTtl"/> has not expired, the dispatch joins that task. The key requires a record.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the task is placed before the waiting tasks of its priority. It is set for tasks that a running
    /// task dispatches. A task with a delay ignores it.
    /// </summary>
    public bool AtFront { get; init; }

    /// <summary>
    /// Gets the canvas node to which the end of the task is reported. When the task reaches any final state, the broker records a
    /// <see cref="ReportDelivery"/> in the queue of the task. A followed task requires a record. If the dispatch joins a task, or a task
    /// with its id exists, the node is added to that task; if that task has ended, the report is recorded immediately.
    /// </summary>
    public CanvasPointer? Follow { get; init; }
}
