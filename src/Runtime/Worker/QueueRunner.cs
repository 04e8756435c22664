using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>
/// Holds what was leased from one queue until it is settled: starts it when a concurrency slot is free, and cancels, loses and hands it
/// back on demand. Its methods are called on any thread.
/// </summary>
internal sealed class QueueRunner
{
    private readonly WorkerServices _services;
    private readonly IRunnerEvents _events;
    private readonly HeldTasks _tasks = new();
    private readonly Outbox _outbox;
    private readonly TaskStarter _starter;
    private readonly Parking _parking;

    /// <param name="services">What the worker shares.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="outbox">What is to be told to the broker.</param>
    /// <param name="events">Told of changes; called neither by the constructor nor by what it starts.</param>
    public QueueRunner(WorkerServices services, string queue, QueueOptions options, Outbox outbox, IRunnerEvents events)
    {
        (_services, _outbox, _events, Queue) = (services, outbox, events, queue);
        _starter = new TaskStarter(services.Time, this, options, _tasks, outbox, events, new AttemptRunner(services, this, outbox));
        _parking = new Parking(_starter.Slots);
    }

    public string Queue { get; }

    /// <summary>What runs now.</summary>
    public IReadOnlyList<TaskExecution> Executions => _tasks.Executions;

    /// <inheritdoc cref="TaskStarter.Wanted"/>
    public int Wanted() => _starter.Wanted();

    /// <summary>Takes in what was leased and starts what has a concurrency slot.</summary>
    /// <param name="tasks">What was leased.</param>
    /// <param name="now">The broker's time of the lease.</param>
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

        _starter.OnAccepted();
    }

    /// <inheritdoc cref="TaskStarter.StartReady"/>
    public void StartReady() => _starter.StartReady();

    public bool Holds(LeaseKey key) => _tasks.Contains(key);

    /// <summary>
    /// Cancels a held task. One that is just on its way to a thread is canceled by the next heartbeat, which repeats the request.
    /// </summary>
    public void Cancel(LeaseKey key, string? reason)
    {
        if (_tasks.TryRemoveReady(key, Settle, out var execution))
        {
            OnChanged();
            return;
        }

        execution?.Stop(StopReason.Canceled, reason);

        void Settle(LeaseKey canceled) =>
            _outbox.Add(new Settlement(canceled, SettlementKind.Canceled, new SettlementDetails { Reason = reason }));
    }

    /// <summary>Cancels tasks that are known by their ids only, where they are held here.</summary>
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
    /// <returns>How many tasks were held.</returns>
    public int LoseAll() => LoseWhere(static _ => true);

    /// <summary>An execution begins to wait for other tasks. The first of its waits frees its concurrency slot.</summary>
    public void Park(TaskExecution execution)
    {
        if (_parking.Park(execution.ConcurrencySlot))
        {
            // A suspect that waits for its children does not keep other suspects out.
            _services.SuspectGate.Leave(execution);
            _starter.OnSlotFree();
        }
    }

    /// <summary>A wait of an execution is over. After the last one the execution holds a concurrency slot again.</summary>
    public async Task UnparkAsync(TaskExecution execution)
    {
        if (await _parking.UnparkAsync(execution.ConcurrencySlot).ConfigureAwait(false))
        {
            _starter.OnSlotFree();
        }
    }

    /// <summary>Notes that a task's handler runs.</summary>
    /// <returns>False where the lease was lost on the way; the concurrency slot is free again.</returns>
    public bool TryBegin(HeldTask task, TaskExecution execution)
    {
        if (_tasks.TryBegin(task, execution))
        {
            return true;
        }

        _starter.Slots.Release();
        return false;
    }

    /// <summary>A task that has a concurrency slot is settled without an execution.</summary>
    public void OnNotBegun(HeldTask task, Settlement settlement)
    {
        Finish(task, settlement);
        _starter.Slots.Release();
        OnChanged();
    }

    /// <summary>An execution has ended.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="settlement">What to tell the broker; null where the task is no longer this worker's.</param>
    /// <param name="duration">How long the execution took.</param>
    public void OnEnded(TaskExecution execution, Settlement? settlement, TimeSpan duration)
    {
        _services.SuspectGate.Leave(execution);
        _starter.Measure(duration);
        Finish(execution.Held, settlement);
        _parking.End(execution.ConcurrencySlot);
        OnChanged();
    }

    /// <inheritdoc cref="TaskStarter.OnAbandoned"/>
    public void OnAbandoned() => _starter.OnAbandoned();

    /// <inheritdoc cref="IRunnerEvents.OnProgress"/>
    public void OnProgress(TaskExecution execution) => _events.OnProgress(execution);

    /// <inheritdoc cref="IRunnerEvents.OnChanged"/>
    public void OnChanged() => _events.OnChanged();

    /// <inheritdoc cref="TaskStarter.Stop"/>
    public void StopStarting() => _starter.Stop();

    /// <summary>Hands back what has a concurrency slot but no handler yet: it must not begin after this worker has left.</summary>
    public void HandBackUnbegun() => _tasks.RemoveWhere(static task => task.Execution is null, _outbox.HandBack);

    public Task WhenIdleAsync() => _tasks.WhenIdleAsync();

    /// <inheritdoc cref="TaskStarter.Close"/>
    public void Close() => _starter.Close();

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
        // Added before the task is let go: whoever waits for idleness then finds the settlement in the outbox.
        if (settlement is { } settled)
        {
            _outbox.Add(settled);
        }

        _tasks.Remove(task.Key);
    }
}
