namespace TaskGen.Brokers;

/// <summary>What is left of an acquisition when it is renewed.</summary>
internal enum ResourceLeaseStatus
{
    /// <summary>Neither a lease nor a place in the line: it was given up, or its time ran out.</summary>
    Lost,

    /// <summary>It stands in the line.</summary>
    Waits,

    /// <summary>It stands in the line and would be given a lease now: ask again.</summary>
    IsNext,

    /// <summary>It holds a lease.</summary>
    Holds,
}
