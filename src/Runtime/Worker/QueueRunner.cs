using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>
/// Manages the tasks that this worker has leased from one queue until they are settled. It starts a task when a concurrency slot is free,
/// cancels tasks, drops tasks whose lease was lost, and returns tasks to the queue. Its methods can be called on any thread.
/// </summary>
internal sealed class QueueRunner
{
    private readonly WorkerServices _services;
    private readonly IRunnerEvents _events;
    private readonly HeldTasks _tasks = new();
    private readonly Outbox _outbox;
    private readonly TaskStarter _starter;
    private readonly Parking _parking;

    /// <summary>Initializes a new instance of the <see cref="QueueRunner"/> class.</summary>
    /// <param name="services">The services shared by the components of the worker.</param>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="options">The options of the queue.</param>
    /// <param name="outbox">The settlements and start marks to send to the broker.</param>
    /// <param name="events">
    /// The object that receives notifications. Neither the constructor nor any code that it starts calls this object.
    /// </param>
    public QueueRunner(WorkerServices services, string queue, QueueOptions options, Outbox outbox, IRunnerEvents events)
    {
        (_services, _outbox, _events, Queue) = (services, outbox, events, queue);
        _starter = new TaskStarter(
            services.Time, this, options, _tasks, outbox, events, new AttemptRunner(services, this, outbox), services.Parked);
        _parking = new Parking(_starter.Slots, services.Parked);
    }

    public string Queue { get; }

    /// <summary>The executions of all running tasks.</summary>
    public IReadOnlyList<TaskExecution> Executions => _tasks.Executions;

    /// <inheritdoc cref="TaskStarter.Wanted"/>
    public int Wanted() => _starter.Wanted();

    /// <summary>Adds leased tasks, and starts those for which a concurrency slot is free.</summary>
    /// <param name="tasks">The leased tasks.</param>
    /// <param name="now">The time of the lease, by the broker's clock.</param>
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
    /// Cancels a held task. If the task is about to start, this call has no effect, but the next heartbeat repeats the request.
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

    /// <summary>
    /// Cancels tasks without a record, which the requests identify only by their ids. Requests for tasks that this worker does not hold are
    /// ignored.
    /// </summary>
    public void Cancel(IReadOnlyList<StrayRequest> strays)
    {
        var reasons = strays.DistinctBy(static stray => stray.Id).ToDictionary(static stray => stray.Id, static stray => stray.Reason);
        foreach (var key in _tasks.KeysWithoutRecord(reasons.ContainsKey))
        {
            Cancel(key, reasons[key.Id]);
        }
    }

    /// <summary>Drops a task whose lease was lost. It is canceled if it is running, and it is not settled.</summary>
    public void Lose(LeaseKey key) => LoseWhere(task => task.Key == key);

    /// <summary>
    /// Drops all tasks because their leases were lost. The tokens of the running task methods are canceled, and nothing that these methods
    /// do later is stored.
    /// </summary>
    /// <returns>The number of tasks that were held.</returns>
    public int LoseAll() => LoseWhere(static _ => true);

    /// <summary>
    /// Records that an execution starts to wait for other tasks. The first of several simultaneous waits releases the execution's
    /// concurrency slot.
    /// </summary>
    public void Park(TaskExecution execution)
    {
        if (_parking.Park(execution.ConcurrencySlot, execution.CancellationToken.IsCancellationRequested))
        {
            // A suspect (a task to which an earlier worker crash is attributed) does not block other suspects while it waits for its child
            // tasks.
            _services.SuspectGate.Leave(execution);
            _starter.OnSlotFree();
        }
    }

    /// <summary>
    /// Records that a wait of an execution for other tasks has ended. After the last of several simultaneous waits, the execution holds a
    /// concurrency slot again.
    /// </summary>
    public async Task UnparkAsync(TaskExecution execution, CancellationToken interruption)
    {
        if (await _parking.UnparkAsync(execution.ConcurrencySlot, interruption, execution.CancellationToken).ConfigureAwait(false))
        {
            _starter.OnSlotFree();
        }
    }

    /// <summary>Records that a task method is about to run.</summary>
    /// <returns>
    /// <see langword="true"/> if the task is still held; <see langword="false"/> if its lease was lost in the meantime, in which case its
    /// concurrency slot was released.
    /// </returns>
    public bool TryBegin(HeldTask task, TaskExecution execution)
    {
        if (_tasks.TryBegin(task, execution))
        {
            return true;
        }

        _starter.Slots.Release();
        return false;
    }

    /// <summary>Settles a task that has a concurrency slot but will not be executed.</summary>
    public void OnNotBegun(HeldTask task, Settlement settlement)
    {
        Finish(task, settlement);
        _starter.Slots.Release();
        OnChanged();
    }

    /// <summary>Settles the task of an execution that has ended.</summary>
    /// <param name="execution">The execution that has ended.</param>
    /// <param name="settlement">
    /// The settlement; <see langword="null"/> if this worker has lost the lease and cannot settle the task.
    /// </param>
    /// <param name="duration">The duration of the execution.</param>
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

    /// <summary>
    /// Returns tasks to the queue that have a concurrency slot but whose task method has not started, so that it cannot start after the
    /// worker has left the queue.
    /// </summary>
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
        // The settlement is added before the task is removed. A caller that waits until no task is held then finds the settlement in the
        // outbox.
        if (settlement is { } settled)
        {
            _outbox.Add(settled);
        }

        _tasks.Remove(task.Key);
    }
}
