namespace TaskGen.Brokers;

/// <summary>Represents a task to enqueue.</summary>
internal sealed record NewTask
{
    /// <summary>
    /// Gets the id of the task. If the task has a record, the broker does not enqueue it while a record with the same id exists.
    /// </summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the wire name of the task, which is stored in its record.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the encoded envelope. The broker writes the enqueue time into the header, and the deadline if <see cref="ExpiresAfter"/> or
    /// <see cref="ExpiresAt"/> is set. Both are based on the broker's clock.
    /// </summary>
    public required ReadOnlyMemory<byte> Envelope { get; init; }

    /// <summary>Gets the priority in the queue.</summary>
    public required TaskPriority Priority { get; init; }

    /// <summary>Gets the maximum number of attempts, which is stored in the record.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the broker keeps a <see cref="TaskRecord"/> with state, progress, result, and failure. The value
    /// must match the flag in the envelope header.
    /// </summary>
    public required bool HasRecord { get; init; }

    /// <summary>Gets how long the record can be read after the task ends.</summary>
    public TimeSpan RecordTtl { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Gets how long dispatches with the same <see cref="IdempotencyKey"/> join the task after it succeeds. The record is kept for at least
    /// this time.
    /// </summary>
    public TimeSpan KeyTtl { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Gets the delay between the time at which the broker enqueues the task and the time at which the task can be leased. It cannot be
    /// combined with <see cref="NotBefore"/>.
    /// </summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Gets the time before which the task cannot be leased. It cannot be combined with <see cref="Delay"/>.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>
    /// Gets how long the task can wait, counted from the time at which the broker enqueues it, before it expires. It cannot be combined
    /// with <see cref="ExpiresAt"/>.
    /// </summary>
    public TimeSpan? ExpiresAfter { get; init; }

    /// <summary>
    /// Gets the time at which the task expires if it is still waiting. It cannot be combined with <see cref="ExpiresAfter"/>.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// Gets the idempotency key, unique within the queue. It includes the wire name. If a task with the same key has not ended, or has
    /// succeeded and its <see cref="KeyTtl"/> has not expired, the dispatch joins that task. The key requires a record.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the task is a child task, which a running task dispatches. Child tasks are pending apart from
    /// the ordinary tasks, in the order of their dispatch, and <see cref="LeaseRequest.MaxChildRun"/> specifies how they take turns. While
    /// no worker is registered with the queue, child tasks are added to the ordinary tasks. The broker writes the value into the header of
    /// the envelope, so that a task that is returned to the queue is still a child task.
    /// </summary>
    public bool AtFront { get; init; }

    /// <summary>
    /// Gets the canvas node to which the end of the task is reported. When the task ends in any state, the broker records a
    /// <see cref="ReportDelivery"/> in the queue of the task. The task must have a record. If the dispatch joins an existing task, or a
    /// task with the same id exists, the end of that task is reported to the node; if it has already ended, the report is recorded
    /// immediately.
    /// </summary>
    public CanvasPointer? Follow { get; init; }
}
