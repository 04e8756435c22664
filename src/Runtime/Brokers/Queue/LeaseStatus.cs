namespace TaskGen.Brokers;

/// <summary>Specifies whether the broker accepted the request of a worker incarnation.</summary>
internal enum LeaseStatus
{
    /// <summary>The request was accepted and applied.</summary>
    Ok,

    /// <summary>The incarnation was declared dead, has left or never joined. The worker has to join as a new incarnation.</summary>
    DeadIncarnation,

    /// <summary>The request number is not higher than the last one that the broker received. The worker has to reconcile.</summary>
    OldRequest,
}
