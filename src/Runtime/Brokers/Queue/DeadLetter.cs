namespace TaskGen.Brokers;

/// <summary>Represents a dead letter: a task that failed permanently, with its envelope and the reason.</summary>
/// <param name="Key">The fence and the id from the header of the envelope.</param>
/// <param name="Envelope">The bytes of the envelope, unchanged. They may be malformed.</param>
/// <param name="Reason">The reason, usually one of <see cref="DeadLetterReasons"/>.</param>
/// <param name="Failure">The failure as <see cref="TaskGen.Serialization.FailureCodec"/> writes it; empty if none was stored.</param>
/// <param name="At">The time at which the task became a dead letter.</param>
internal sealed record DeadLetter(
    LeaseKey Key, ReadOnlyMemory<byte> Envelope, string Reason, ReadOnlyMemory<byte> Failure, DateTimeOffset At);
