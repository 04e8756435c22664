namespace TaskGen.Brokers;

/// <summary>Specifies the reason for a wake-up notification (bell) of a queue.</summary>
internal enum BellReason
{
    /// <summary>A task can be leased from a queue that previously had no task to lease.</summary>
    Work,

    /// <summary>
    /// A task was added that becomes due or expires earlier than any other task in the queue. The next maintenance must run earlier than
    /// planned.
    /// </summary>
    Due,

    /// <summary>
    /// A cancellation was requested for a task that a worker holds or might hold. <see cref="IQueueBroker.Renew"/> returns the request.
    /// </summary>
    Cancel,

    /// <summary>
    /// Deliveries (pending operations of canvases on other queues) were recorded in the queue. <see cref="ICanvasBroker.DeliverAsync"/>
    /// returns them.
    /// </summary>
    Deliveries,
}
