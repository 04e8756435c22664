namespace TaskGen.Brokers.InMemory;

/// <summary>A worker incarnation on one queue, and what it holds.</summary>
internal sealed class TaskHolder(WorkerIncarnation worker, TimeSpan lease, DateTimeOffset joinedAt)
{
    private readonly LinkedList<StoredTask> _held = [];
    private readonly Dictionary<Guid, StoredTask> _canceling = [];

    public WorkerIncarnation Worker => worker;

    public TimeSpan Lease => lease;

    public DateTimeOffset JoinedAt => joinedAt;

    public long LastNumber { get; set; } = long.MinValue;

    public int Count => _held.Count;

    /// <summary>In the order in which they were leased.</summary>
    public IEnumerable<StoredTask> Held => _held;

    /// <summary>
    /// What goes back next when it all does: put to the front, the last dispatched first, it leaves the first dispatched in front of all.
    /// </summary>
    public StoredTask? Last => _held.Last?.Value;

    public IReadOnlyCollection<StoredTask> Canceling => _canceling.Values;

    public bool Holds(StoredTask task) => ReferenceEquals(task.Holder, this);

    public void Take(StoredTask task)
    {
        task.Holder = this;
        _held.AddLast(task.Node);
    }

    /// <summary>The task is nobody's now. That somebody wants it canceled is still known.</summary>
    public void Release(StoredTask task)
    {
        task.Holder = null;
        task.Started = false;
        _held.Remove(task.Node);
        _canceling.Remove(task.Id);
    }

    /// <summary>Nothing is leased any more: what is held goes back in the order of the ids, which is that of dispatch.</summary>
    public void Close()
    {
        var inOrder = _held.OrderBy(static task => task.Id).ToList();
        _held.Clear();
        inOrder.ForEach(task => _held.AddLast(task.Node));
    }

    public void RequestCancel(StoredTask task, string? reason)
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
