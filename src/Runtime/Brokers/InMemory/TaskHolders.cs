namespace TaskGen.Brokers.InMemory;

/// <summary>
/// The worker incarnations of a queue: those that live, those that are dead and still hold tasks, and the memory of those that are gone.
/// </summary>
internal sealed class TaskHolders(StoppedHeartbeats heartbeats) : ISwept
{
    private const int MaxGone = 10_000;

    private static readonly TimeSpan GoneMemory = TimeSpan.FromDays(1);

    private readonly Dictionary<WorkerIncarnation, TaskHolder> _living = [];
    private readonly Queue<TaskHolder> _dead = new();
    private readonly HashSet<WorkerIncarnation> _gone = [];
    private readonly Queue<(WorkerIncarnation Worker, DateTimeOffset Since)> _goneInOrder = new();

    /// <summary>An incarnation that is dead or has left stays out: a late repeat of its join must not bring it back.</summary>
    public void Join(WorkerIncarnation worker, TimeSpan lease, DateTimeOffset now)
    {
        if (!_gone.Contains(worker))
        {
            _living.TryAdd(worker, new TaskHolder(worker, lease, now));
        }
    }

    public TaskHolder? FindLiving(WorkerIncarnation worker) => _living.GetValueOrDefault(worker);

    public void Leave(TaskHolder holder, DateTimeOffset now)
    {
        _living.Remove(holder.Worker);
        Remember(holder.Worker, now);
    }

    /// <summary>
    /// Nothing but a stopped heartbeat makes an incarnation die: however far a test moves its clock, a live worker of this process keeps
    /// its leases.
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

        // Who died first is recovered first, whatever the order in which the faults are kept.
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

    /// <summary>A task that a dead incarnation holds, if there is one.</summary>
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
