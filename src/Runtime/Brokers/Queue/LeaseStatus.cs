namespace TaskGen.Brokers;

/// <summary>Specifies whether the broker accepted a request from a worker incarnation.</summary>
internal enum LeaseStatus
{
    /// <summary>The request was accepted and applied.</summary>
    Ok,

    /// <summary>
    /// The incarnation was declared dead, has left, or was never registered. The worker must register with the queue under a new
    /// incarnation id.
    /// </summary>
    DeadIncarnation,

    /// <summary>
    /// The request number is not higher than the last one that the broker received. The worker must call
    /// <see cref="IQueueBroker.ReconcileAsync"/> to determine which tasks it holds.
    /// </summary>
    OldRequest,
}
