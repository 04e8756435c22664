namespace TaskGen.Brokers;

/// <summary>
/// Specifies how a worker settles a task. Each kind that returns the task to its queue increases the fencing number. If the cancellation of
/// the task was requested, the task ends as canceled instead of being returned. Without a delay, a returned task is
/// <see cref="TaskState.Pending"/> immediately.
/// </summary>
internal enum SettlementKind
{
    /// <summary>The task ends as <see cref="TaskState.Succeeded"/>. The time to live of its idempotency key starts.</summary>
    Succeeded,

    /// <summary>The task ends as <see cref="TaskState.Failed"/> and becomes a dead letter. Its idempotency key is removed.</summary>
    Failed,

    /// <summary>The task ends as <see cref="TaskState.Canceled"/>. Its idempotency key is removed.</summary>
    Canceled,

    /// <summary>The task ends as <see cref="TaskState.Expired"/>. Its idempotency key is removed.</summary>
    Expired,

    /// <summary>
    /// The task is returned to its queue and is <see cref="TaskState.Retrying"/> until its delay ends. The attempt is counted.
    /// </summary>
    Retry,

    /// <summary>
    /// The task is returned to its queue and is <see cref="TaskState.Scheduled"/> until its delay ends. The attempt is not counted.
    /// </summary>
    Snooze,

    /// <summary>
    /// The task is returned to its queue as with <see cref="Snooze"/>, and the deferral count in its envelope header is incremented.
    /// Workers use this kind if no task with the wire name is registered.
    /// </summary>
    Defer,

    /// <summary>
    /// The task is returned to the front of its queue and is immediately <see cref="TaskState.Pending"/>. The attempt is not counted.
    /// Several tasks that are returned in one request keep their order.
    /// </summary>
    HandBack,
}
