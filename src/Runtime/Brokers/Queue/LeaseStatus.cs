namespace TaskGen.Brokers;

internal enum LeaseStatus
{
    Ok,

    /// <summary>The incarnation was declared dead or never joined: take a new one.</summary>
    DeadIncarnation,

    /// <summary>The number was seen before: reconcile.</summary>
    OldRequest,
}
