using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>
/// Stores all tasks that this worker holds on one queue: the tasks that have not started, in order, and the running tasks.
/// </summary>
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

    /// <summary>The task that has waited longest to start; <see langword="null"/> if there is none.</summary>
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

    /// <summary>The executions of all running tasks.</summary>
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

    /// <summary>
    /// Returns the leases on those of the specified tasks that have no record. A task with a record is canceled through its lease key
    /// instead.
    /// </summary>
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

    /// <summary>
    /// Removes the next task to start from the waiting tasks. The task is still held. Returns <see langword="null"/> if no task is waiting.
    /// </summary>
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

    /// <summary>
    /// Sets the execution of a task that <see cref="TakeReady"/> returned. Returns <see langword="false"/> if the lease was lost in the
    /// meantime.
    /// </summary>
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

    /// <summary>Removes a leased task from the tasks that are ready to start, if its method has not started.</summary>
    /// <param name="key">The lease on the task.</param>
    /// <param name="settle">
    /// The callback that puts the outcome of the task into the outbox, from which outcomes are sent to the broker. It is called before the
    /// task is removed, so that the task is never missing from both.
    /// </param>
    /// <param name="execution">
    /// The execution if the task has started; <see langword="null"/> if the task was removed or is about to start.
    /// </param>
    /// <returns><see langword="true"/> if the task was removed; otherwise, <see langword="false"/>.</returns>
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

    /// <summary>Removes tasks, whether they have started or not.</summary>
    /// <param name="which">The condition that the tasks to remove meet.</param>
    /// <param name="settle">
    /// The callback that settles a task, which is called before the task is removed; <see langword="null"/> if this worker has lost the
    /// leases and cannot settle the tasks.
    /// </param>
    /// <returns>The removed tasks.</returns>
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

    /// <summary>Removes tasks that have not started, in order.</summary>
    /// <param name="which">The condition that the tasks to remove meet.</param>
    /// <param name="settle">The callback that settles a task. It is called before the task is removed.</param>
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

    /// <summary>Returns a <see cref="Task"/> that completes when this worker holds no task of the queue.</summary>
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
