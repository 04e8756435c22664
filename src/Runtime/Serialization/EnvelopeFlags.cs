namespace TaskGen.Serialization;

[Flags]
internal enum EnvelopeFlags : byte
{
    None = 0,

    /// <summary>State, progress and failure are kept.</summary>
    HasRecord = 1,

    /// <summary>The result is kept too.</summary>
    KeepsResult = 2,

    /// <summary>An idempotency key stands for the task.</summary>
    HasKey = 4,
}
