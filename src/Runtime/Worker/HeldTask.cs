using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Worker;

/// <summary>A task that this worker holds, from the lease to the settlement.</summary>
internal sealed class HeldTask(LeasedTask lease, DateTimeOffset leasedAt, long takenAt)
{
    public LeaseKey Key => lease.Key;

    public ReadOnlyMemory<byte> Envelope => lease.Envelope;

    /// <summary>Whether its envelope says that a record is kept.</summary>
    public bool HasRecord => EnvelopeHeader.TryRead(Envelope.Span, out var header) && header.Flags.HasFlag(EnvelopeFlags.HasRecord);

    /// <summary>The broker's time of the lease.</summary>
    public DateTimeOffset LeasedAt { get; } = leasedAt;

    /// <summary>This process's timestamp of the lease.</summary>
    public long TakenAt { get; } = takenAt;

    /// <summary>What runs it, from the moment a slot was found.</summary>
    public TaskExecution? Execution { get; set; }
}
