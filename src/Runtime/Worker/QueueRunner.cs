using TaskGen.Brokers;

namespace TaskGen;

/// <summary>Runs what was leased from one queue: at most so many at once, in the order of the lease, on the pool or on threads of its own.</summary>
internal sealed class QueueRunner
{
    /// <summary>What was leased ahead and has not started after this time goes back, so that others can take it.</summary>
    private static readonly TimeSpan MaxUnstarted = TimeSpan.FromMilliseconds(100);

    /// <summary>How much work is leased ahead, in time.</summary>
    private static readonly TimeSpan PrefetchTime = TimeSpan.FromMilliseconds(50);

    private const int MaxLease = 200;
    private const double DurationWeight = 0.2;

    private readonly WorkerServices _services;
    private readonly int _concurrency;
    private readonly Slots _slots;
    private readonly Outbox _outbox;
    private readonly Admission _admission;
    private readonly DedicatedThreads? _threads;
    private readonly Lock _lock = new();
    private readonly LinkedList<HeldTask> _ready = new();
    private readonly Dictionary<LeaseKey, HeldTask> _held = [];
    private readonly ITimer _unstarted;
    private TaskCompletionSource? _idle;
    private double _averageSeconds = -1;
    private bool _stopping;

    public QueueRunner(WorkerServices services, string queue, QueueOptions options, Outbox outbox)
    {
        _services = services;
        _outbox = outbox;
        Queue = queue;
        _concurrency = options.Concurrency;
        _slots = new Slots(options.Concurrency);
        _admission = new Admission(services, queue);
        _threads = options.DedicatedThreads ? new DedicatedThreads($"TaskGen {queue}", options.Concurrency) : null;
        _unstarted = services.Time.CreateTimer(static state => ((QueueRunner)state!).OnUnstarted(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Queue { get; }

    /// <summary>Called whenever there may be something to lease for or to tell the broker.</summary>
    public Action Changed { get; set; } = static () => { };

    /// <summary>Called when an execution has progress to send.</summary>
    public Action<TaskExecution> OnProgress { get; set; } = static _ => { };

    /// <summary>Whether the leases are known to hold: after a pause of the whole process nothing is started before a heartbeat has said so.</summary>
    public Func<bool> LeaseHolds { get; set; } = static () => true;

    /// <summary>How many more tasks should be leased.</summary>
    public int Wanted()
    {
        lock (_lock)
        {
            if (_stopping)
            {
                return 0;
            }

            var free = _slots.Free;
            var ahead = Prefetch();
            var wanted = free + ahead - _ready.Count;

            // With every slot busy it is only about leasing ahead: worth a request when half of it is used up.
            return free == 0 && wanted * 2 < ahead ? 0 : Math.Clamp(wanted, 0, MaxLease);
        }
    }

    public void Accept(IReadOnlyList<LeasedTask> tasks, DateTimeOffset now)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        var takenAt = _services.Time.GetTimestamp();
        lock (_lock)
        {
            foreach (var lease in tasks)
            {
                if (_stopping)
                {
                    // It was under way when the worker was told to stop.
                    _outbox.Add(new Settlement(lease.Key, SettlementKind.HandBack));
                    continue;
                }

                var task = new HeldTask(lease, now, takenAt);
                if (_held.TryAdd(lease.Key, task))
                {
                    _ready.AddLast(task);
                }
            }
        }

        StartReady();
    }

    /// <summary>Starts what has a slot.</summary>
    public void StartReady()
    {
        while (TakeNext() is { } task)
        {
            if (_threads is null)
            {
                ThreadPool.UnsafeQueueUserWorkItem(static state => _ = state.Runner.RunManyAsync(state.Task), (Runner: this, Task: task), preferLocal: false);
            }
            else
            {
                _threads.Run(async () =>
                {
                    await RunOneAsync(task).ConfigureAwait(true);
                    StartReady();
                });
            }
        }

        HandBackUnstarted();
    }

    /// <summary>The lease keys this worker believes to hold.</summary>
    public bool Holds(LeaseKey key)
    {
        lock (_lock)
        {
            return _held.ContainsKey(key);
        }
    }

    public void Cancel(LeaseKey key, string? reason)
    {
        TaskExecution? execution;
        lock (_lock)
        {
            if (!_held.TryGetValue(key, out var task))
            {
                return;
            }

            execution = task.Execution;
            if (execution is null)
            {
                if (!_ready.Remove(task))
                {
                    // On its way to a thread: the next heartbeat asks again.
                    return;
                }

                _held.Remove(key);
                _outbox.Add(new Settlement(key, SettlementKind.Canceled, new SettlementDetails { Reason = reason }));
            }
        }

        execution?.Stop(StopReason.Canceled, reason);
        Changed();
    }

    /// <summary>One task is no longer this worker's.</summary>
    public void Lose(LeaseKey key) => LoseWhere(held => held == key);

    /// <summary>No task is this worker's any more: tokens are canceled, and nothing that their handlers still do is stored.</summary>
    public int LoseAll() => LoseWhere(static _ => true);

    public void Park(TaskExecution execution)
    {
        lock (_lock)
        {
            // Without the slot it is on its way back to it: whoever takes it back sees that it waits again.
            if (execution.HasEnded || execution.ParkedWaits++ > 0 || !execution.HoldsSlot)
            {
                return;
            }

            execution.HoldsSlot = false;
        }

        execution.LeaveSuspectGate();
        _slots.Release();
        StartReady();
        Changed();
    }

    public async Task UnparkAsync(TaskExecution execution)
    {
        TaskCompletionSource returning;
        bool first;
        lock (_lock)
        {
            if (--execution.ParkedWaits > 0 || execution.HasEnded || execution.HoldsSlot)
            {
                return;
            }

            first = execution.Returning is null;
            returning = execution.Returning ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (!first)
        {
            // Another wait of the same execution is taking the slot back: one slot is enough for both.
            await returning.Task.ConfigureAwait(false);
            return;
        }

        await _slots.ReturnAsync().ConfigureAwait(false);
        bool keeps;
        lock (_lock)
        {
            execution.Returning = null;
            keeps = !execution.HasEnded && execution.ParkedWaits == 0;
            execution.HoldsSlot = keeps;
        }

        returning.SetResult();
        if (!keeps)
        {
            _slots.Release();
            StartReady();
            Changed();
        }
    }

    public void OnEnded(TaskExecution execution, Settlement? settlement, TimeSpan duration)
    {
        execution.LeaveSuspectGate();
        bool release;
        lock (_lock)
        {
            release = execution.HoldsSlot;
            execution.HoldsSlot = false;
            Measure(duration.TotalSeconds);
        }

        Finish(execution.Task, settlement);
        if (release)
        {
            _slots.Release();
        }

        Changed();
    }

    /// <summary>An execution was given up while its handler still runs: somebody else takes its slot, and its thread where it has one.</summary>
    public void OnAbandoned()
    {
        _threads?.Compensate();
        StartReady();
    }

    /// <summary>Starts nothing more and hands back what has not started.</summary>
    public int StopStarting()
    {
        lock (_lock)
        {
            _stopping = true;
            var unstarted = _ready.Count;
            HandBackReady(static _ => true);
            return unstarted;
        }
    }

    /// <summary>Completes when nothing runs any more.</summary>
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

    /// <summary>What runs now.</summary>
    public IReadOnlyList<TaskExecution> Executions()
    {
        lock (_lock)
        {
            return [.. _held.Values.Select(static task => task.Execution).OfType<TaskExecution>()];
        }
    }

    public void Close()
    {
        _unstarted.Dispose();
        _threads?.Dispose();
    }

    private void OnUnstarted()
    {
        StartReady();
        Changed();
    }

    private HeldTask? TakeNext()
    {
        lock (_lock)
        {
            if (_ready.First is not { } first || !LeaseHolds() || !_slots.TryTake())
            {
                return null;
            }

            _ready.RemoveFirst();
            return first.Value;
        }
    }

    private async Task RunManyAsync(HeldTask first)
    {
        for (var task = first; task is not null; task = TakeNext())
        {
            await RunOneAsync(task).ConfigureAwait(false);
        }
    }

    private async Task RunOneAsync(HeldTask task)
    {
        if (_admission.Judge(task, out var entry, out var envelope) is { } settlement)
        {
            Finish(task, settlement);
            _slots.Release();
            Changed();
            return;
        }

        var execution = new TaskExecution(_services, this, task, entry!, envelope);
        lock (_lock)
        {
            if (!_held.ContainsKey(task.Key))
            {
                // The lease was lost between the queue and here.
                execution.HoldsSlot = false;
                _slots.Release();
                return;
            }

            task.Execution = execution;
        }

        if (envelope.Header.Crashes > 0)
        {
            if (!await StartSuspectAsync(execution, envelope.Header.Crashes).ConfigureAwait(true))
            {
                return;
            }
        }
        else if (execution.HasRecord)
        {
            _outbox.Mark(new StartMark(execution.Key, execution.Attempt));
            Changed();
        }

        await execution.RunAsync().ConfigureAwait(true);
    }

    // A task that may have crashed a worker starts only after the broker has noted that it did. One that has a single crash left runs with no other such task beside it,
    // so that the next crash is blamed on the right one.
    private async Task<bool> StartSuspectAsync(TaskExecution execution, int crashes)
    {
        if (crashes >= _services.Worker.MaxCrashes - 1)
        {
            await execution.EnterSuspectGateAsync().ConfigureAwait(true);
        }

        var marked = _outbox.MarkAndConfirmAsync(new StartMark(execution.Key, execution.Attempt));
        Changed();
        if (await marked.ConfigureAwait(true))
        {
            return true;
        }

        execution.Stop(StopReason.LeaseLost);
        execution.Abandon(static () => null);
        return false;
    }

    private int LoseWhere(Func<LeaseKey, bool> lost)
    {
        List<TaskExecution> running = [];
        int count;
        lock (_lock)
        {
            var tasks = _held.Values.Where(task => lost(task.Key)).ToList();
            count = tasks.Count;
            foreach (var task in tasks)
            {
                _held.Remove(task.Key);
                _ready.Remove(task);
                if (task.Execution is { } execution)
                {
                    running.Add(execution);
                }
            }
        }

        foreach (var execution in running)
        {
            execution.Stop(StopReason.LeaseLost);
            execution.Abandon(static () => null);
        }

        NotifyIfIdle();
        return count;
    }

    private void Finish(HeldTask task, Settlement? settlement)
    {
        if (settlement is { } settled)
        {
            _outbox.Add(settled);
        }

        lock (_lock)
        {
            _held.Remove(task.Key);
        }

        NotifyIfIdle();
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

    private int Prefetch() => _averageSeconds < 0
        ? 0
        : (int)Math.Min(MaxLease, _concurrency * PrefetchTime.TotalSeconds / Math.Max(_averageSeconds, 1e-6));

    private void Measure(double seconds) =>
        _averageSeconds = _averageSeconds < 0 ? seconds : (_averageSeconds * (1 - DurationWeight)) + (seconds * DurationWeight);

    private void HandBackUnstarted()
    {
        lock (_lock)
        {
            if (_ready.First is not { } first)
            {
                return;
            }

            var waited = _services.Time.GetElapsedTime(first.Value.TakenAt);
            if (waited < MaxUnstarted)
            {
                _unstarted.Change(MaxUnstarted - waited, Timeout.InfiniteTimeSpan);
                return;
            }

            // The handlers have become slower than the average says: nothing is leased ahead until it has caught up.
            Measure(2 * PrefetchTime.TotalSeconds * _concurrency / DurationWeight);
            HandBackReady(task => _services.Time.GetElapsedTime(task.TakenAt) >= MaxUnstarted);
        }
    }

    // In the order of the lease: the broker keeps what is handed back together in its order.
    private void HandBackReady(Func<HeldTask, bool> which)
    {
        for (var node = _ready.First; node is not null;)
        {
            var (task, next) = (node.Value, node.Next);
            if (which(task))
            {
                _ready.Remove(node);
                _held.Remove(task.Key);
                _outbox.Add(new Settlement(task.Key, SettlementKind.HandBack));
            }

            node = next;
        }
    }
}
