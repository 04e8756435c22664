namespace TaskGen.Brokers;

/// <summary>Specifies the status of an acquisition of a resource when it is renewed.</summary>
internal enum ResourceLeaseStatus
{
    /// <summary>The acquisition has neither a lease nor a place in the line. It was released, or its time has expired.</summary>
    Lost,

    /// <summary>The acquisition has a place in the line.</summary>
    Waits,

    /// <summary>
    /// The acquisition has a place in the line and would be granted a lease now. The holder has to request the lease again.
    /// </summary>
    IsNext,

    /// <summary>The acquisition has a lease.</summary>
    Holds,
}
