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
    /// The task to return to the queue next. The last task is returned first, so that the tasks keep their order at the front of the queue.
    /// </summary>
    public StoredTask? Last => _held.Last?.Value;

    public IReadOnlyCollection<StoredTask> Canceling => _canceling.Values;

    public bool Holds(StoredTask task) => ReferenceEquals(task.Holder, this);

    public void Take(StoredTask task)
    {
        task.Holder = this;
        _held.AddLast(task.Node);
    }

    /// <summary>Removes a task from the tasks that this incarnation holds. A cancellation request for the task is kept.</summary>
    public void Release(StoredTask task)
    {
        task.Holder = null;
        task.Started = false;
        _held.Remove(task.Node);
        _canceling.Remove(task.Id);
    }

    /// <summary>
    /// Sorts the held tasks by id, which is the order of dispatch, before all of them are returned to the queue. The incarnation cannot
    /// lease tasks after this call.
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
