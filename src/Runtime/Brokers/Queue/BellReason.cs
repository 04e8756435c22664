namespace TaskGen.Brokers;

/// <summary>Specifies the reason for a wake-up notification (bell) of a queue.</summary>
internal enum BellReason
{
    /// <summary>A task became available in a queue that had no task to lease before.</summary>
    Work,

    /// <summary>
    /// A delayed task becomes due, or a waiting task expires, earlier than any other task of the queue. The next maintenance has to run
    /// earlier than planned.
    /// </summary>
    Due,

    /// <summary>
    /// The cancellation of a task that a worker may hold was requested. <see cref="IQueueBroker.Renew"/> returns the request.
    /// </summary>
    Cancel,

    /// <summary>Deliveries were recorded in the queue. <see cref="ICanvasBroker.DeliverAsync"/> takes them.</summary>
    Deliveries,
}
