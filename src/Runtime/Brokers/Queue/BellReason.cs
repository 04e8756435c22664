namespace TaskGen.Brokers;

/// <summary>Why the bell of a queue rang.</summary>
internal enum BellReason
{
    /// <summary>Something can be leased.</summary>
    Work,

    /// <summary>Something is due earlier than anybody who sleeps may know.</summary>
    Due,

    /// <summary>A held task was asked to be canceled: renew to learn which.</summary>
    Cancel,

    /// <summary>Something waits to be delivered.</summary>
    Deliveries,
}
