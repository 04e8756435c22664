namespace TaskGen.Brokers;

/// <summary>A task that ended for good without success: its raw envelope and why.</summary>
internal sealed record DeadLetter(
    LeaseKey Key, ReadOnlyMemory<byte> Envelope, string Reason, ReadOnlyMemory<byte> Failure, DateTimeOffset At);
