namespace TaskGen.Brokers;

/// <summary>Specifies the result of <see cref="IQueueBroker.CancelAsync"/>.</summary>
internal enum CancelOutcome
{
    /// <summary>The canvas, or the task that no worker held, was canceled and has ended.</summary>
    Canceled,

    /// <summary>
    /// The cancellation was requested. A worker holds the task and receives the request with its next heartbeat. If the task has no record
    /// (its state is not stored), the broker stores the request under the task id and returns it to all workers of the queue.
    /// </summary>
    Requested,

    /// <summary>The task or the canvas had already ended. Nothing was changed.</summary>
    AlreadyEnded,

    /// <summary>No task and no canvas with this id was found in the queue. Nothing was changed.</summary>
    NotFound,
}
