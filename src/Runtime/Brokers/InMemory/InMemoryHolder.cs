namespace TaskGen.Brokers;

/// <summary>A worker incarnation on one queue, and what it holds.</summary>
internal sealed class InMemoryHolder(WorkerIncarnation worker, TimeSpan lease, DateTimeOffset joinedAt)
{
    private readonly LinkedList<InMemoryTask> _held = [];
    private readonly Dictionary<Guid, InMemoryTask> _canceling = [];

    public WorkerIncarnation Worker => worker;

    public TimeSpan Lease => lease;

    public DateTimeOffset JoinedAt => joinedAt;

    public long LastNumber { get; set; } = long.MinValue;

    public int Count => _held.Count;

    /// <summary>In the order in which they were leased.</summary>
    public IEnumerable<InMemoryTask> Held => _held;

    /// <summary>What was leased last: put back to the front first, it leaves the first leased in front of all.</summary>
    public InMemoryTask? Last => _held.Last?.Value;

    public IReadOnlyCollection<InMemoryTask> Canceling => _canceling.Values;

    public bool Holds(InMemoryTask task) => ReferenceEquals(task.Holder, this);

    public void Take(InMemoryTask task)
    {
        task.Holder = this;
        _held.AddLast(task.Node);
    }

    /// <summary>The task is nobody's now. That somebody wants it canceled is still known.</summary>
    public void Release(InMemoryTask task)
    {
        task.Holder = null;
        task.Started = false;
        _held.Remove(task.Node);
        _canceling.Remove(task.Id);
    }

    public void RequestCancel(InMemoryTask task, string? reason)
    {
        // The first who wanted it gone says why.
        if (!task.CancelRequested)
        {
            task.CancelRequested = true;
            task.CancelReason = reason;
            _canceling.Add(task.Id, task);
        }
    }
}
