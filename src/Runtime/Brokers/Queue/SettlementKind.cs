namespace TaskGen.Brokers;

/// <summary>
/// Specifies how a holder settles a task. Each kind that returns the task to its queue increases the fence, and ends the task as canceled
/// instead if its cancellation was requested. Without a delay, a returned task is <see cref="TaskState.Pending"/> immediately.
/// </summary>
internal enum SettlementKind
{
    /// <summary>The task ends as <see cref="TaskState.Succeeded"/>. The TTL of its idempotency key starts.</summary>
    Succeeded,

    /// <summary>The task ends as <see cref="TaskState.Failed"/> and becomes a dead letter. Its idempotency key is removed.</summary>
    Failed,

    /// <summary>The task ends as <see cref="TaskState.Canceled"/>. Its idempotency key is removed.</summary>
    Canceled,

    /// <summary>The task ends as <see cref="TaskState.Expired"/>. Its idempotency key is removed.</summary>
    Expired,

    /// <summary>The task returns to its queue as <see cref="TaskState.Retrying"/> until its delay ends. The attempt is counted.</summary>
    Retry,

    /// <summary>
    /// The task returns to its queue as <see cref="TaskState.Scheduled"/> until its delay ends. The attempt is not counted.
    /// </summary>
    Snooze,

    /// <summary>
    /// The task returns to its queue as with <see cref="Snooze"/>, and the deferral count in its header increases. Workers use it for tasks
    /// whose name they do not know.
    /// </summary>
    Defer,

    /// <summary>
    /// The task returns immediately to the front of its queue as <see cref="TaskState.Pending"/>. The attempt is not counted. Several tasks
    /// of one request keep their order.
    /// </summary>
    HandBack,
}
