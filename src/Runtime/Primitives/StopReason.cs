namespace TaskGen;

/// <summary>Specifies why the cancellation token of a running task was canceled.</summary>
public enum StopReason
{
    /// <summary>The cancellation token has not been canceled.</summary>
    None,

    /// <summary>The attempt reached its soft time limit. The task should clean up and return before the time limit.</summary>
    SoftTimeLimit,

    /// <summary>The attempt reached its time limit and was abandoned. Its result and progress are discarded.</summary>
    TimeLimit,

    /// <summary>The task was canceled, for example with <see cref="TaskHandle.CancelAsync(string?, CancellationToken)"/>.</summary>
    Canceled,

    /// <summary>
    /// The worker is shutting down. If the task does not complete, it is returned to the front of its queue, and the attempt is not
    /// counted.
    /// </summary>
    Shutdown,

    /// <summary>The task lease, or a resource lease that the task holds, was lost.</summary>
    /// <remarks>
    /// If the task lease was lost, another worker might already run the task, so the result and progress of this attempt are discarded. If
    /// a resource lease was lost, another task might already use the resource, so the task is returned to the front of its queue, and the
    /// attempt is not counted.
    /// </remarks>
    LeaseLost,
}
