namespace TaskGen.Brokers;

internal enum SettlementKind
{
    /// <summary>Ends as <see cref="TaskState.Succeeded"/>; the idempotency key's TTL starts.</summary>
    Succeeded,

    /// <summary>Ends as <see cref="TaskState.Failed"/>, with the envelope in the dead letters; the idempotency key is freed.</summary>
    Failed,

    /// <summary>Ends as <see cref="TaskState.Canceled"/>; the idempotency key is freed.</summary>
    Canceled,

    /// <summary>Ends as <see cref="TaskState.Expired"/>; the idempotency key is freed.</summary>
    Expired,

    /// <summary>Goes back as <see cref="TaskState.Retrying"/> until its delay is over; the attempt counts.</summary>
    Retry,

    /// <summary>Goes back as <see cref="TaskState.Scheduled"/> until its delay is over; the attempt does not count.</summary>
    Snooze,

    /// <summary>As <see cref="Snooze"/>, and the header's count of unknown-name deferrals rises.</summary>
    Defer,

    /// <summary>
    /// Goes back to the front of its queue at once as <see cref="TaskState.Pending"/>; nothing counts. Those of one request keep their
    /// order.
    /// </summary>
    HandBack,
}
