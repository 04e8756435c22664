using TaskGen.Serialization;

namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a task that has not ended. It is in exactly one place: pending, delayed or held.</summary>
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

    /// <summary>The envelope. Only the broker has a reference to it, so its header can be rewritten in place.</summary>
    public byte[] Envelope { get; }

    public TaskPriority Priority { get; }

    public EnvelopeHeader Header { get; private set; }

    public LeaseKey Key => new(Header.Fence, Header.Id);

    public Guid Id => Header.Id;

    /// <summary>
    /// The list node of the task, used for the pending tasks and for those of a holder. One node is reused, so that moving the task
    /// allocates nothing.
    /// </summary>
    public LinkedListNode<StoredTask> Node { get; }

    public TaskHolder? Holder { get; set; }

    /// <summary>Whether the holder has marked the start of the task. A second crash is counted against the task only if it has.</summary>
    public bool Started { get; set; }

    public bool CancelRequested { get; set; }

    public string? CancelReason { get; set; }

    /// <summary>The entry among the delayed tasks while the task is delayed.</summary>
    public TimelineEntry? Due { get; set; }

    /// <summary>The entry among the deadlines while the task waits, if it has a record and a deadline.</summary>
    public TimelineEntry? Deadline { get; set; }

    public void Rewrite(EnvelopeHeader header)
    {
        Header = header;
        header.Write(Envelope);
    }
}
