using TaskGen.Brokers;

namespace TaskGen;

/// <summary>Runs what was leased from one queue: at most so many at once, in the order of the lease, on the pool or on threads of its own.</summary>
internal sealed class QueueRunner
{
    /// <summary>What was leased ahead and has not started after this time goes back, so that others can take it.</summary>
    private static readonly TimeSpan MaxUnstarted = TimeSpan.FromMilliseconds(100);

    private readonly WorkerServices _services;
    private readonly ConcurrencySlots _slots;
    private readonly LeaseAhead _ahead;
    private readonly HeldTasks _tasks = new();
    private readonly Outbox _outbox;
    private readonly Admission _admission;
    private readonly DedicatedThreads? _threads;
    private readonly Parking _parking;
    private readonly ITimer _unstarted;
    private volatile bool _stopping;

    public QueueRunner(WorkerServices services, string queue, QueueOptions options, Outbox outbox)
    {
        _services = services;
        _outbox = outbox;
        Queue = queue;
        _slots = new ConcurrencySlots(options.Concurrency);
        _parking = new Parking(_slots);
        _ahead = new LeaseAhead(options.Concurrency);
        _admission = new Admission(services, queue);
        _threads = options.DedicatedThreads ? new DedicatedThreads($"TaskGen {queue}", options.Concurrency) : null;
        _unstarted = services.Time.CreateTimer(static state => ((QueueRunner)state!).OnSlotFree(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Queue { get; }

    /// <summary>Called whenever there may be something to lease for or to tell the broker.</summary>
    public Action Changed { get; set; } = static () => { };

    /// <summary>Called when an execution has progress to send.</summary>
    public Action<TaskExecution> OnProgress { get; set; } = static _ => { };

    /// <summary>Whether the leases are known to hold: after a pause of the whole process nothing is started before a heartbeat has said so.</summary>
    public Func<bool> LeaseHolds { get; set; } = static () => true;

    /// <summary>What runs now.</summary>
    public IReadOnlyList<TaskExecution> Executions => _tasks.Executions;

    /// <summary>How many more tasks should be leased.</summary>
    public int Wanted()
    {
        if (_stopping)
        {
            return 0;
        }

        var free = _slots.Free;
        var ahead = _ahead.Tasks;
        var wanted = free + ahead - _tasks.ReadyCount;

        // With every slot busy it is only about leasing ahead: worth a request when half of it is used up.
        return free == 0 && wanted * 2 < ahead ? 0 : Math.Clamp(wanted, 0, LeaseAhead.MaxTasks);
    }

    public void Accept(IReadOnlyList<LeasedTask> tasks, DateTimeOffset now)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        var takenAt = _services.Time.GetTimestamp();
        foreach (var lease in tasks)
        {
            _tasks.Add(new HeldTask(lease, now, takenAt));
        }

        // A stop that fell between the request and its reply.
        if (_stopping)
        {
            _tasks.RemoveReadyWhere(static _ => true, HandBack);
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
                _threads.Run(() => RunOnThreadAsync(task));
            }
        }

        HandBackUnstarted();
    }

    public bool Holds(LeaseKey key) => _tasks.Contains(key);

    /// <summary>Somebody wants a held task canceled. One that is just on its way to a thread is asked again with the next heartbeat.</summary>
    public void Cancel(LeaseKey key, string? reason)
    {
        if (_tasks.TryRemoveReady(key, Settle, out var execution))
        {
            Changed();
            return;
        }

        execution?.Stop(StopReason.Canceled, reason);

        void Settle(LeaseKey canceled) => _outbox.Add(new Settlement(canceled, SettlementKind.Canceled, new SettlementDetails { Reason = reason }));
    }

    /// <summary>Somebody wants tasks canceled that are known by their ids only; some of them may be held here.</summary>
    public void Cancel(IReadOnlyList<StrayRequest> strays)
    {
        var reasons = strays.DistinctBy(static stray => stray.Id).ToDictionary(static stray => stray.Id, static stray => stray.Reason);
        foreach (var key in _tasks.KeysWithoutRecord(reasons.ContainsKey))
        {
            Cancel(key, reasons[key.Id]);
        }
    }

    /// <summary>One task is no longer this worker's.</summary>
    public void Lose(LeaseKey key) => LoseWhere(task => task.Key == key);

    /// <summary>No task is this worker's any more: tokens are canceled, and nothing that their handlers still do is stored.</summary>
    public int LoseAll() => LoseWhere(static _ => true);

    /// <summary>An execution waits for other tasks: its slot is free, once, however many it waits for.</summary>
    public void Park(TaskExecution execution)
    {
        if (_parking.Park(execution.ConcurrencySlot))
        {
            execution.LeaveSuspectGate();
            OnSlotFree();
        }
    }

    /// <summary>One wait is over; after the last one the execution has a slot again.</summary>
    public async Task UnparkAsync(TaskExecution execution)
    {
        if (await _parking.UnparkAsync(execution.ConcurrencySlot).ConfigureAwait(false))
        {
            OnSlotFree();
        }
    }

    public void OnEnded(TaskExecution execution, Settlement? settlement, TimeSpan duration)
    {
        execution.LeaveSuspectGate();
        _ahead.Measure(duration);
        Finish(execution.Held, settlement);
        _parking.End(execution.ConcurrencySlot);
        Changed();
    }

    /// <summary>An execution was given up while its handler still runs: somebody else takes its slot, and its thread where it has one.</summary>
    public void OnAbandoned()
    {
        _threads?.Compensate();
        StartReady();
    }

    /// <summary>Starts nothing more and hands back what has not started.</summary>
    public void StopStarting()
    {
        _stopping = true;
        _tasks.RemoveReadyWhere(static _ => true, HandBack);
        Changed();
    }

    /// <summary>Hands back what has a slot but no handler yet: it must not begin when this worker has left.</summary>
    public void HandBackUnbegun() => _tasks.RemoveWhere(static task => task.Execution is null, HandBack);

    public Task WhenIdleAsync() => _tasks.WhenIdleAsync();

    public void Close()
    {
        _unstarted.Dispose();
        _threads?.Dispose();
    }

    // The look at the ready ones comes again after a slot was given back for want of one: whoever added a task in between found no slot.
    private HeldTask? TakeNext()
    {
        while (!_stopping && _tasks.ReadyCount > 0 && LeaseHolds() && _slots.TryTake())
        {
            if (_tasks.TakeReady() is { } task)
            {
                return task;
            }

            _slots.Release();
        }

        return null;
    }

    private async Task RunManyAsync(HeldTask first)
    {
        for (var task = first; task is not null; task = TakeNext())
        {
            await RunOneAsync(task).ConfigureAwait(false);
        }
    }

    // What is next gets a turn of its own on the threads, since the end of this one may have come on any of them.
    private async Task RunOnThreadAsync(HeldTask task)
    {
        await RunOneAsync(task).ConfigureAwait(true);
        StartReady();
    }

    private async Task RunOneAsync(HeldTask task)
    {
        try
        {
            await JudgeAndRunAsync(task).ConfigureAwait(true);
        }
        catch (Exception exception)
        {
            // No task may take a slot with it, whatever it is made of.
            LogMessages.RuntimeFailed(_services.Logger, task.Key.Id, Queue, exception);
            var details = new SettlementDetails { Reason = DeadLetterReasons.RuntimeError, Failure = FailureCodec.Write(exception) };
            if (task.Execution is { } execution)
            {
                execution.Abandon(() => new Settlement(task.Key, SettlementKind.Failed, details));
                return;
            }

            Finish(task, new Settlement(task.Key, SettlementKind.Failed, details));
            _slots.Release();
            Changed();
        }
    }

    private async Task JudgeAndRunAsync(HeldTask task)
    {
        if (_admission.Judge(task, out var entry, out var envelope) is { } settlement)
        {
            Finish(task, settlement);
            _slots.Release();
            Changed();
            return;
        }

        var execution = new TaskExecution(_services, this, task, entry!, envelope);
        if (!_tasks.TryBegin(task, execution))
        {
            // The lease was lost on the way here.
            _slots.Release();
            return;
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

        if (execution.HasEnded)
        {
            return false;
        }

        var marked = _outbox.MarkAndConfirmAsync(new StartMark(execution.Key, execution.Attempt));
        Changed();
        if (await marked.ConfigureAwait(true) && !execution.HasEnded)
        {
            return true;
        }

        execution.LeaveSuspectGate();
        execution.Stop(StopReason.LeaseLost);
        execution.Abandon(static () => null);
        return false;
    }

    private int LoseWhere(Func<HeldTask, bool> which)
    {
        var lost = _tasks.RemoveWhere(which);
        foreach (var execution in lost.Select(static task => task.Execution).OfType<TaskExecution>())
        {
            execution.Stop(StopReason.LeaseLost);
            execution.Abandon(static () => null);
        }

        return lost.Count;
    }

    private void Finish(HeldTask task, Settlement? settlement)
    {
        // Told before it is let go: whoever waits for idleness then finds the settlement in the outbox.
        if (settlement is { } settled)
        {
            _outbox.Add(settled);
        }

        _tasks.Remove(task.Key);
    }

    private void OnSlotFree()
    {
        StartReady();
        Changed();
    }

    private void HandBackUnstarted()
    {
        if (_tasks.Oldest is not { } oldest)
        {
            return;
        }

        var waited = _services.Time.GetElapsedTime(oldest.TakenAt);
        if (waited < MaxUnstarted)
        {
            _unstarted.Change(MaxUnstarted - waited, Timeout.InfiniteTimeSpan);
            return;
        }

        _ahead.Pause();
        _tasks.RemoveReadyWhere(task => _services.Time.GetElapsedTime(task.TakenAt) >= MaxUnstarted, HandBack);
        Changed();
    }

    private void HandBack(LeaseKey key) => _outbox.Add(new Settlement(key, SettlementKind.HandBack));
}
