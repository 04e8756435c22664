namespace TaskGen;

/// <summary>Specifies the state of a task.</summary>
/// <remarks>
/// <see cref="Succeeded"/>, <see cref="Failed"/>, <see cref="Canceled"/>, and <see cref="Expired"/> are final. <c>docs/state-machine.md</c>
/// describes every transition.
/// </remarks>
public enum TaskState
{
    /// <summary>The task is delayed until a specified time, because it was dispatched with a delay or has been postponed.</summary>
    Scheduled,

    /// <summary>The task waits in its queue for a worker, or a worker has leased the task but has not started it.</summary>
    Pending,

    /// <summary>A worker runs the task.</summary>
    Running,

    /// <summary>An attempt failed, and the task waits for the backoff delay before the next attempt.</summary>
    Retrying,

    /// <summary>The task ended: its method returned.</summary>
    Succeeded,

    /// <summary>The task ended: no attempt is left, or the failure cannot be retried. The task is kept as a dead letter.</summary>
    Failed,

    /// <summary>The task ended: it was canceled.</summary>
    Canceled,

    /// <summary>The task ended: its expiration time passed while it waited for its first attempt or for a retry.</summary>
    Expired,
}
