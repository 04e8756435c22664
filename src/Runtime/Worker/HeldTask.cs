using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Worker;

/// <summary>Represents a task that this worker holds, from the lease to the settlement.</summary>
internal sealed class HeldTask(LeasedTask lease, DateTimeOffset leasedAt, long takenAt)
{
    public LeaseKey Key => lease.Key;

    public ReadOnlyMemory<byte> Envelope => lease.Envelope;

    /// <summary>Whether the header of the envelope states that a record is kept.</summary>
    public bool HasRecord => EnvelopeHeader.TryRead(Envelope.Span, out var header) && header.Flags.HasFlag(EnvelopeFlags.HasRecord);

    /// <summary>The time of the lease, by the broker's clock.</summary>
    public DateTimeOffset LeasedAt { get; } = leasedAt;

    /// <summary>The time of the lease, as a timestamp of this process.</summary>
    public long TakenAt { get; } = takenAt;

    /// <summary>The execution of the task; <see langword="null"/> until the task has started.</summary>
    public TaskExecution? Execution { get; set; }
}
