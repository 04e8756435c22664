namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a worker incarnation on one queue and the tasks that it holds.</summary>
internal sealed class TaskHolder(WorkerIncarnation worker, TimeSpan lease, DateTimeOffset joinedAt)
{
    private readonly LinkedList<StoredTask> _held = [];
    private readonly Dictionary<Guid, StoredTask> _canceling = [];

    public WorkerIncarnation Worker => worker;

    public TimeSpan Lease => lease;

    public DateTimeOffset JoinedAt => joinedAt;

    public long LastNumber { get; set; } = long.MinValue;

    public int Count => _held.Count;

    /// <summary>The held tasks, in the order in which they were leased.</summary>
    public IEnumerable<StoredTask> Held => _held;

    /// <summary>
    /// The task to return to the queue next. Returning the last one first to the front of the queue keeps the order of the tasks.
    /// </summary>
    public StoredTask? Last => _held.Last?.Value;

    public IReadOnlyCollection<StoredTask> Canceling => _canceling.Values;

    public bool Holds(StoredTask task) => ReferenceEquals(task.Holder, this);

    public void Take(StoredTask task)
    {
        task.Holder = this;
        _held.AddLast(task.Node);
    }

    /// <summary>Removes a task from the holder. A cancel request for the task is kept.</summary>
    public void Release(StoredTask task)
    {
        task.Holder = null;
        task.Started = false;
        _held.Remove(task.Node);
        _canceling.Remove(task.Id);
    }

    /// <summary>
    /// Sorts the held tasks by their ids, which is the order of dispatch, before all of them are returned to the queue. No task is leased
    /// after that.
    /// </summary>
    public void Close()
    {
        var inOrder = _held.OrderBy(static task => task.Id).ToList();
        _held.Clear();
        inOrder.ForEach(task => _held.AddLast(task.Node));
    }

    public void RequestCancel(StoredTask task, string? reason)
    {
        // The reason of the first request is kept.
        if (!task.CancelRequested)
        {
            task.CancelRequested = true;
            task.CancelReason = reason;
            _canceling.Add(task.Id, task);
        }
    }
}
