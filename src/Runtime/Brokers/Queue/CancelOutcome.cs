namespace TaskGen.Brokers;

/// <summary>Specifies the result of <see cref="IQueueBroker.CancelAsync"/>.</summary>
internal enum CancelOutcome
{
    /// <summary>The id belonged to a task that was not held by a worker, or to a canvas. It has now ended as canceled.</summary>
    Canceled,

    /// <summary>
    /// The cancellation was requested. A worker holds the task and receives the request with its next renewal. If the broker can find the
    /// task only by its id because the task keeps no record, the request waits for the task.
    /// </summary>
    Requested,

    /// <summary>The task or the canvas had already ended. Nothing was changed.</summary>
    AlreadyEnded,

    /// <summary>No task and no canvas with this id was found in the queue. Nothing was changed.</summary>
    NotFound,
}
