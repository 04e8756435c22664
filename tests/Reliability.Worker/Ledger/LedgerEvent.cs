namespace Reliability.Worker;

/// <summary>What happened to an attempt of a task, as its own process saw it.</summary>
public enum LedgerEvent : byte
{
    /// <summary>Nothing: no such record is ever written.</summary>
    None,

    /// <summary>Its body began.</summary>
    Started,

    /// <summary>Its body is about to return. Whether the broker accepted that is another matter.</summary>
    Ended,

    /// <summary>Its body is about to throw.</summary>
    Threw,

    /// <summary>Its token was canceled.</summary>
    Stopped,

    /// <summary>It has a lease of the resource.</summary>
    Acquired,

    /// <summary>It is about to give the lease back.</summary>
    Released,
}
