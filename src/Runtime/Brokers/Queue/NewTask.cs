namespace TaskGen.Brokers;

/// <summary>One task on its way into its home queue.</summary>
internal sealed record NewTask
{
    public required Guid Id { get; init; }

    /// <summary>The name on the wire, for the record.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The encoded envelope. The broker stamps its header with its own time: enqueued-at, and expires-at where <see cref="ExpiresAfter"/>
    /// is set.
    /// </summary>
    public required ReadOnlyMemory<byte> Envelope { get; init; }

    public required TaskPriority Priority { get; init; }

    public required int MaxAttempts { get; init; }

    /// <summary>Whether state, progress, result and failure are kept: see <see cref="TaskRecord"/>.</summary>
    public required bool HasRecord { get; init; }

    /// <summary>How long the record can be read after the end.</summary>
    public TimeSpan RecordTtl { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a success answers for <see cref="IdempotencyKey"/>. The record lives at least as long.</summary>
    public TimeSpan KeyTtl { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long to wait, from the broker's now. Excludes <see cref="NotBefore"/>.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>When to start at the earliest.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When it is no longer worth starting, from the broker's now. Excludes <see cref="ExpiresAt"/>.</summary>
    public TimeSpan? ExpiresAfter { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// Joins a task of the same key where one lives or its success is still remembered. Needs a record. Scoped by queue; the wire name is
    /// part of it.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether it goes to the front of its priority: children of running tasks do.</summary>
    public bool AtFront { get; init; }

    /// <summary>
    /// Whom its end is to be told, besides whoever watches it: any end, by a <see cref="ReportDelivery"/> of its home queue. Needs a
    /// record. A dispatch that joins, or whose id is there already, adds it to the task that stands for it; where that has ended, the
    /// report is recorded at once.
    /// </summary>
    public CanvasPointer? Follow { get; init; }
}
