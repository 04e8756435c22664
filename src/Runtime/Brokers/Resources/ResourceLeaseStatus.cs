namespace TaskGen.Brokers;

/// <summary>Specifies the status of an acquisition of a resource when it is renewed.</summary>
internal enum ResourceLeaseStatus
{
    /// <summary>The acquisition has neither a lease nor a place in the waiting line. It was released, or it expired.</summary>
    Lost,

    /// <summary>The acquisition has a place in the resource's waiting line.</summary>
    Waits,

    /// <summary>
    /// The acquisition has a place in the waiting line and can be granted a lease now. The caller must request the lease again.
    /// </summary>
    IsNext,

    /// <summary>The acquisition has a lease on the resource.</summary>
    Holds,
}
