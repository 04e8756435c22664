namespace TaskGen.Serialization;

/// <summary>The flags in the header of an envelope.</summary>
[Flags]
internal enum EnvelopeFlags : byte
{
    None = 0,

    /// <summary>The broker keeps a record with the state, progress, and failure of the task.</summary>
    HasRecord = 1,

    /// <summary>The record also contains the result of the task.</summary>
    KeepsResult = 2,

    /// <summary>The task has an idempotency key.</summary>
    HasKey = 4,

    /// <summary>A running task has dispatched the task. The broker sets this flag.</summary>
    IsChild = 16,
}
