using TaskGen.Serialization;

namespace TaskGen.Brokers.InMemory;

/// <summary>A task that has not ended. It stands in exactly one place: it is held, or delayed, or pending.</summary>
internal sealed class StoredTask
{
    public StoredTask(byte[] envelope, TaskPriority priority)
    {
        Envelope = envelope;
        Priority = priority is TaskPriority.Low or TaskPriority.High ? priority : TaskPriority.Normal;
        Node = new LinkedListNode<StoredTask>(this);
        if (EnvelopeHeader.TryRead(envelope, out var header))
        {
            Header = header;
        }
    }

    /// <summary>Belongs to the broker alone, so its header can be rewritten in place.</summary>
    public byte[] Envelope { get; }

    public TaskPriority Priority { get; }

    public EnvelopeHeader Header { get; private set; }

    public LeaseKey Key => new(Header.Fence, Header.Id);

    public Guid Id => Header.Id;

    /// <summary>Its place in the list it stands in, pending or held: one node for all its life, so that moving it costs nothing.</summary>
    public LinkedListNode<StoredTask> Node { get; }

    public TaskHolder? Holder { get; set; }

    /// <summary>Whether its holder has said that it started it: only then can a crash be blamed on it a second time.</summary>
    public bool Started { get; set; }

    public bool CancelRequested { get; set; }

    public string? CancelReason { get; set; }

    /// <summary>Its place among the delayed, while it is delayed.</summary>
    public TimelineEntry? Due { get; set; }

    /// <summary>Its place among those that will expire, while it waits and has a record.</summary>
    public TimelineEntry? Deadline { get; set; }

    public void Rewrite(EnvelopeHeader header)
    {
        Header = header;
        header.Write(Envelope);
    }
}
