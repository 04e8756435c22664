using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>All that one queue's runner holds: what has not started, in order, and what runs.</summary>
internal sealed class HeldTasks
{
    private readonly Lock _lock = new();
    private readonly LinkedList<HeldTask> _ready = new();
    private readonly Dictionary<LeaseKey, HeldTask> _held = [];
    private TaskCompletionSource? _idle;

    public int ReadyCount
    {
        get
        {
            lock (_lock)
            {
                return _ready.Count;
            }
        }
    }

    /// <summary>What has waited longest without being started.</summary>
    public HeldTask? Oldest
    {
        get
        {
            lock (_lock)
            {
                return _ready.First?.Value;
            }
        }
    }

    /// <summary>Everything whose handler runs.</summary>
    public IReadOnlyList<TaskExecution> Executions
    {
        get
        {
            lock (_lock)
            {
                return [.. _held.Values.Select(static task => task.Execution).OfType<TaskExecution>()];
            }
        }
    }

    /// <summary>The leases of tasks that are known by nothing but their ids.</summary>
    public IReadOnlyList<LeaseKey> KeysWithoutRecord(Func<Guid, bool> isWanted)
    {
        lock (_lock)
        {
            return [.. _held.Values.Where(task => isWanted(task.Key.Id) && !task.HasRecord).Select(static task => task.Key)];
        }
    }

    public bool Contains(LeaseKey key)
    {
        lock (_lock)
        {
            return _held.ContainsKey(key);
        }
    }

    public void Add(HeldTask task)
    {
        lock (_lock)
        {
            if (_held.TryAdd(task.Key, task))
            {
                _ready.AddLast(task);
            }
        }
    }

    public HeldTask? TakeReady()
    {
        lock (_lock)
        {
            if (_ready.First is not { } first)
            {
                return null;
            }

            _ready.RemoveFirst();
            return first.Value;
        }
    }

    /// <summary>Notes that a taken task's handler runs; false where the lease was lost on the way.</summary>
    public bool TryBegin(HeldTask task, TaskExecution execution)
    {
        lock (_lock)
        {
            if (!_held.ContainsKey(task.Key))
            {
                return false;
            }

            task.Execution = execution;
            return true;
        }
    }

    /// <summary>
    /// Takes a task out if it has not started; otherwise says what runs it, which is null for a moment on its way to a thread.
    /// </summary>
    /// <param name="key">The task.</param>
    /// <param name="settle">Told of it before it is gone: at no moment is it neither here nor about to be settled.</param>
    /// <param name="execution">What runs it.</param>
    public bool TryRemoveReady(LeaseKey key, Action<LeaseKey> settle, out TaskExecution? execution)
    {
        bool removed;
        lock (_lock)
        {
            execution = null;
            if (!_held.TryGetValue(key, out var task))
            {
                return false;
            }

            execution = task.Execution;
            removed = execution is null && _ready.Remove(task);
            if (removed)
            {
                settle(key);
                _held.Remove(key);
            }
        }

        NotifyIfIdle();
        return removed;
    }

    public void Remove(LeaseKey key)
    {
        lock (_lock)
        {
            _held.Remove(key);
        }

        NotifyIfIdle();
    }

    /// <summary>Lets go of tasks, started or not.</summary>
    /// <param name="which">Which.</param>
    /// <param name="settle">Told of each before it is gone; null where they are nobody's to settle any more.</param>
    public IReadOnlyList<HeldTask> RemoveWhere(Func<HeldTask, bool> which, Action<LeaseKey>? settle = null)
    {
        List<HeldTask> removed;
        lock (_lock)
        {
            removed = [.. _held.Values.Where(which)];
            foreach (var task in removed)
            {
                settle?.Invoke(task.Key);
                _held.Remove(task.Key);
                _ready.Remove(task);
            }
        }

        NotifyIfIdle();
        return removed;
    }

    /// <summary>Lets go of tasks that have not started, in order.</summary>
    /// <param name="which">Which.</param>
    /// <param name="settle">Told of each before it is gone.</param>
    public void RemoveReadyWhere(Func<HeldTask, bool> which, Action<LeaseKey> settle)
    {
        lock (_lock)
        {
            for (var node = _ready.First; node is not null;)
            {
                var (task, next) = (node.Value, node.Next);
                if (which(task))
                {
                    settle(task.Key);
                    _ready.Remove(node);
                    _held.Remove(task.Key);
                }

                node = next;
            }
        }

        NotifyIfIdle();
    }

    /// <summary>Completes when nothing is held any more.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            if (_held.Count == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    private void NotifyIfIdle()
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            if (_held.Count == 0)
            {
                (idle, _idle) = (_idle, null);
            }
        }

        idle?.SetResult();
    }
}
