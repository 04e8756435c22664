using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <summary>A living task of the reference.</summary>
internal sealed class ReferenceTask
{
    public required byte[] Envelope { get; init; }

    public required TaskPriority Priority { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    public ReferenceHolder? Holder { get; set; }

    public bool Started { get; set; }

    public bool CancelRequested { get; set; }

    /// <summary>It has ended, but its envelope lies among the pending until somebody comes across it.</summary>
    public bool IsGhost { get; set; }

    public string? CancelReason { get; set; }

    public bool IsMalformed => Envelope.Length < EnvelopeHeader.Size;

    public EnvelopeHeader Header
    {
        get
        {
            EnvelopeHeader.TryRead(Envelope, out var header);
            return header;
        }
        set => value.Write(Envelope);
    }

    public LeaseKey Key => new(Header.Fence, Header.Id);

    public Guid Id => Header.Id;
}
