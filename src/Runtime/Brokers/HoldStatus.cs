namespace TaskGen.Brokers;

/// <summary>What is left of an acquisition when it is renewed.</summary>
internal enum HoldStatus
{
    /// <summary>Neither a slot nor a place: it was given up, or its time ran out.</summary>
    Lost,

    /// <summary>It stands in the line.</summary>
    Waits,

    /// <summary>It stands in the line and would be given a slot now: ask again.</summary>
    IsNext,

    /// <summary>It holds a slot.</summary>
    Holds,
}
