using TaskGen.Serialization;

namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a task that has not ended. It is always either pending, delayed, or held.</summary>
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

    /// <summary>The envelope. The broker has the only reference to it, so the header can be rewritten in place.</summary>
    public byte[] Envelope { get; }

    public TaskPriority Priority { get; }

    public EnvelopeHeader Header { get; private set; }

    public LeaseKey Key => new(Header.Fence, Header.Id);

    public Guid Id => Header.Id;

    /// <summary>
    /// The list node of the task, in the list of pending tasks or in the list of tasks that a worker holds. The node is reused, so that
    /// moving the task does not allocate memory.
    /// </summary>
    public LinkedListNode<StoredTask> Node { get; }

    public TaskHolder? Holder { get; set; }

    /// <summary>
    /// Whether the worker that holds the task has marked it as started. If not, a second or later worker crash is not counted for the task.
    /// </summary>
    public bool Started { get; set; }

    public bool CancelRequested { get; set; }

    public string? CancelReason { get; set; }

    /// <summary>The entry of the task in the timeline of delayed tasks, while the task is delayed.</summary>
    public TimelineEntry? Due { get; set; }

    /// <summary>
    /// The entry of the task in the timeline of deadlines, while the task waits. Only a task with a record and a deadline has one.
    /// </summary>
    public TimelineEntry? Deadline { get; set; }

    public void Rewrite(EnvelopeHeader header)
    {
        Header = header;
        header.Write(Envelope);
    }
}
