namespace TaskGen.Worker;

/// <summary>
/// Starts the ready tasks of one queue, in the order of the lease: each takes a concurrency slot and runs on the pool or on a thread of the
/// queue's own. Decides how many tasks are worth leasing, and hands back those that wait too long for a slot.
/// </summary>
internal sealed class TaskStarter
{
    /// <summary>What was leased ahead and has not started after this time goes back, so that other workers can take it.</summary>
    private static readonly TimeSpan MaxUnstarted = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time;
    private readonly HeldTasks _tasks;
    private readonly Outbox _outbox;
    private readonly IRunnerEvents _events;
    private readonly AttemptRunner _attempts;
    private readonly LeaseAhead _ahead;
    private readonly DedicatedThreads? _threads;
    private readonly ITimer _unstarted;
    private volatile bool _stopping;

    /// <param name="time">Measures how long tasks wait for a slot.</param>
    /// <param name="runner">The runner of the queue.</param>
    /// <param name="options">How the queue is served.</param>
    /// <param name="tasks">What the runner holds.</param>
    /// <param name="outbox">Where tasks are handed back.</param>
    /// <param name="events">Told of changes.</param>
    /// <param name="attempts">Runs what is started.</param>
    public TaskStarter(
        TimeProvider time,
        QueueRunner runner,
        QueueOptions options,
        HeldTasks tasks,
        Outbox outbox,
        IRunnerEvents events,
        AttemptRunner attempts)
    {
        (_time, _tasks, _outbox, _events, _attempts) = (time, tasks, outbox, events, attempts);
        Slots = new ConcurrencySlots(options.Concurrency);
        _ahead = new LeaseAhead(options.Concurrency);
        _threads = options.DedicatedThreads ? new DedicatedThreads($"TaskGen {runner.Queue}", options.Concurrency) : null;
        _unstarted = time.CreateTimer(
            static state => ((TaskStarter)state!).OnSlotFree(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ConcurrencySlots Slots { get; }

    /// <summary>How many more tasks should be leased.</summary>
    public int Wanted()
    {
        if (_stopping)
        {
            return 0;
        }

        var free = Slots.Free;
        var ahead = _ahead.Tasks;
        var wanted = free + ahead - _tasks.ReadyCount;

        // With no free slot the request is only about leasing ahead: it is worth making when half of that is used up.
        return free == 0 && wanted * 2 < ahead ? 0 : Math.Clamp(wanted, 0, LeaseAhead.MaxTasks);
    }

    /// <summary>Leased tasks were added: starts what has a slot.</summary>
    public void OnAccepted()
    {
        // The stop fell between the request and its reply.
        if (_stopping)
        {
            HandBackReady();
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
                ThreadPool.UnsafeQueueUserWorkItem(
                    static state => _ = state.Starter.RunManyAsync(state.Task), (Starter: this, Task: task), preferLocal: false);
            }
            else
            {
                StartOnThread(_threads, task);
            }
        }

        HandBackUnstarted();
    }

    /// <summary>A slot is free: starts the next task, or has one leased.</summary>
    public void OnSlotFree()
    {
        StartReady();
        _events.OnChanged();
    }

    /// <summary>An execution has ended; how long it took decides how much is leased ahead.</summary>
    public void Measure(TimeSpan duration) => _ahead.Measure(duration);

    /// <summary>An execution ended while its handler still runs: another thread takes the place of its thread, where it has one.</summary>
    public void OnAbandoned()
    {
        _threads?.Compensate();
        StartReady();
    }

    /// <summary>Starts nothing more and hands back what has not started.</summary>
    public void Stop()
    {
        _stopping = true;
        HandBackReady();
        _events.OnChanged();
    }

    /// <summary>Ends the timer and the threads.</summary>
    public void Close()
    {
        _unstarted.Dispose();
        _threads?.Dispose();
    }

    // Ready tasks are counted again after a slot was released for want of one: a task that was added in between found no slot.
    private HeldTask? TakeNext()
    {
        while (!_stopping && _tasks.ReadyCount > 0 && _events.LeaseHolds && Slots.TryTake())
        {
            if (_tasks.TakeReady() is { } task)
            {
                return task;
            }

            Slots.Release();
        }

        return null;
    }

    private async Task RunManyAsync(HeldTask first)
    {
        for (var task = first; task is not null; task = TakeNext())
        {
            await _attempts.RunAsync(task).ConfigureAwait(false);
        }
    }

    // Apart from StartReady, which would otherwise allocate the closure for tasks on the pool too.
    private void StartOnThread(DedicatedThreads threads, HeldTask task) => threads.Run(() => RunOnThreadAsync(task));

    // The next task gets a turn of its own on the threads, since this one may have ended on any thread.
    private async Task RunOnThreadAsync(HeldTask task)
    {
        await _attempts.RunAsync(task).ConfigureAwait(true);
        StartReady();
    }

    private void HandBackReady() => _tasks.RemoveReadyWhere(static _ => true, _outbox.HandBack);

    private void HandBackUnstarted()
    {
        if (_tasks.Oldest is not { } oldest)
        {
            return;
        }

        var waited = _time.GetElapsedTime(oldest.TakenAt);
        if (waited < MaxUnstarted)
        {
            _unstarted.Change(MaxUnstarted - waited, Timeout.InfiniteTimeSpan);
            return;
        }

        _ahead.Pause();
        _tasks.RemoveReadyWhere(task => _time.GetElapsedTime(task.TakenAt) >= MaxUnstarted, _outbox.HandBack);
        _events.OnChanged();
    }
}
