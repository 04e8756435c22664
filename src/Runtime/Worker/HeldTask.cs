using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Worker;

/// <summary>Represents a task that this worker holds, from the time at which it is leased until it is settled.</summary>
internal sealed class HeldTask(LeasedTask lease, DateTimeOffset leasedAt, long takenAt)
{
    public LeaseKey Key => lease.Key;

    public ReadOnlyMemory<byte> Envelope => lease.Envelope;

    /// <summary>Whether the envelope header specifies that the task has a record.</summary>
    public bool HasRecord => EnvelopeHeader.TryRead(Envelope.Span, out var header) && header.Flags.HasFlag(EnvelopeFlags.HasRecord);

    /// <summary>The time at which the task was leased, by the broker's clock.</summary>
    public DateTimeOffset LeasedAt { get; } = leasedAt;

    /// <summary>The time at which the worker received the task, as a timestamp of the injected clock.</summary>
    public long TakenAt { get; } = takenAt;

    /// <summary>The execution of the task; <see langword="null"/> until the task has started.</summary>
    public TaskExecution? Execution { get; set; }
}
