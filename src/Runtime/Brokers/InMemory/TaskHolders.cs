namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Stores the worker incarnations of a queue: those that are alive, those that were declared dead and still hold tasks, and the ids of
/// those that were declared dead or have left.
/// </summary>
internal sealed class TaskHolders(StoppedHeartbeats heartbeats) : ISwept
{
    private const int MaxGone = 10_000;

    private static readonly TimeSpan GoneMemory = TimeSpan.FromDays(1);

    private readonly Dictionary<WorkerIncarnation, TaskHolder> _living = [];
    private readonly Queue<TaskHolder> _dead = new();
    private readonly HashSet<WorkerIncarnation> _gone = [];
    private readonly Queue<(WorkerIncarnation Worker, DateTimeOffset Since)> _goneInOrder = new();

    public bool AnyLiving => _living.Count > 0;

    /// <summary>
    /// Adds a worker incarnation. An incarnation that was declared dead or has left is not added, because the call can be a late repeat of
    /// its registration.
    /// </summary>
    public void Join(WorkerIncarnation worker, TimeSpan lease, DateTimeOffset now)
    {
        if (!_gone.Contains(worker))
        {
            _living.TryAdd(worker, new TaskHolder(worker, lease, now));
        }
    }

    public TaskHolder? FindLiving(WorkerIncarnation worker) => _living.GetValueOrDefault(worker);

    /// <summary>Counts the living incarnations, except those whose heartbeat is overdue because a test has stopped it.</summary>
    public int CountLiving(DateTimeOffset now) => _living.Values.Count(
        holder => !heartbeats.Stopped.Any(stopped => stopped.Key == holder.Worker && DiesAt(holder, stopped.Value) <= now));

    public void Leave(TaskHolder holder, DateTimeOffset now)
    {
        _living.Remove(holder.Worker);
        Remember(holder.Worker, now);
    }

    /// <summary>
    /// Declares an incarnation dead if a test has stopped its heartbeat and the heartbeat is overdue. All other incarnations stay alive, no
    /// matter how far a test advances the clock.
    /// </summary>
    public void DeclareDead(DateTimeOffset now)
    {
        var dead = new List<(DateTimeOffset At, TaskHolder Holder)>();
        foreach (var (worker, stoppedAt) in heartbeats.Stopped)
        {
            if (FindLiving(worker) is { } holder && DiesAt(holder, stoppedAt) is var at && at <= now)
            {
                dead.Add((at, holder));
            }
        }

        // The tasks of the incarnation that died first are recovered first, regardless of the order of the dictionary.
        foreach (var (_, holder) in dead.OrderBy(entry => entry.At).ThenBy(entry => entry.Holder.Worker.Value))
        {
            Leave(holder, now);
            if (holder.Count > 0)
            {
                holder.Close();
                _dead.Enqueue(holder);
            }
        }
    }

    /// <summary>Returns the next task that a dead incarnation holds; <see langword="null"/> if there is none.</summary>
    public StoredTask? FirstOrphan()
    {
        while (_dead.TryPeek(out var holder))
        {
            if (holder.Last is { } task)
            {
                return task;
            }

            _dead.Dequeue();
        }

        return null;
    }

    public bool AnyDue(DateTimeOffset now) => _goneInOrder.TryPeek(out var oldest) && BrokerTime.Add(oldest.Since, GoneMemory) <= now;

    public void Sweep(DateTimeOffset now, int max)
    {
        for (; max > 0 && AnyDue(now); max--)
        {
            Forget();
        }
    }

    private static DateTimeOffset DiesAt(TaskHolder holder, DateTimeOffset stoppedAt) =>
        BrokerTime.Add(stoppedAt > holder.JoinedAt ? stoppedAt : holder.JoinedAt, holder.Lease);

    private void Remember(WorkerIncarnation worker, DateTimeOffset now)
    {
        _gone.Add(worker);
        _goneInOrder.Enqueue((worker, now));
        if (_goneInOrder.Count > MaxGone)
        {
            Forget();
        }
    }

    private void Forget() => _gone.Remove(_goneInOrder.Dequeue().Worker);
}
