namespace TaskGen.Worker;

/// <summary>
/// Starts the tasks of one queue in the order in which they were leased. Each task gets a concurrency slot and runs on the thread pool or
/// on a dedicated thread of the queue. The class also decides how many tasks to lease, and returns tasks that wait too long for a slot to
/// the queue.
/// </summary>
internal sealed class TaskStarter
{
    /// <summary>
    /// The time after which a task that was leased ahead and has not started is returned to the queue, so that another worker can lease it.
    /// </summary>
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

    /// <summary>Creates the starter.</summary>
    /// <param name="time">The clock that measures how long tasks wait for a slot.</param>
    /// <param name="runner">The runner of the queue.</param>
    /// <param name="options">The options of the queue.</param>
    /// <param name="tasks">The tasks that the runner holds.</param>
    /// <param name="outbox">The settlements to send to the broker.</param>
    /// <param name="events">The receiver of notifications.</param>
    /// <param name="attempts">Executes the tasks that are started.</param>
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

    /// <summary>Returns the number of further tasks to lease.</summary>
    public int Wanted()
    {
        if (_stopping)
        {
            return 0;
        }

        var free = Slots.Free;
        var ahead = _ahead.Tasks;
        var wanted = free + ahead - _tasks.ReadyCount;

        // If no slot is free, the request would only lease ahead. It is sent when half of the tasks leased ahead have been started.
        return free == 0 && wanted * 2 < ahead ? 0 : Math.Clamp(wanted, 0, LeaseAhead.MaxTasks);
    }

    /// <summary>Starts tasks that were just added, as far as slots are free.</summary>
    public void OnAccepted()
    {
        // The worker began to stop between the request and its reply.
        if (_stopping)
        {
            HandBackReady();
        }

        StartReady();
    }

    /// <summary>Starts tasks that have not started, as far as slots are free.</summary>
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

    /// <summary>Uses a slot that has become free: starts the next task, or makes the lease loop lease one.</summary>
    public void OnSlotFree()
    {
        StartReady();
        _events.OnChanged();
    }

    /// <summary>Adds the duration of an execution, which determines how many tasks are leased ahead.</summary>
    public void Measure(TimeSpan duration) => _ahead.Measure(duration);

    /// <summary>Replaces the dedicated thread of an abandoned handler, which still runs, and starts the next task.</summary>
    public void OnAbandoned()
    {
        _threads?.Compensate();
        StartReady();
    }

    /// <summary>Stops starting tasks and returns the tasks that have not started to the queue.</summary>
    public void Stop()
    {
        _stopping = true;
        HandBackReady();
        _events.OnChanged();
    }

    /// <summary>Ends the timer and the dedicated threads.</summary>
    public void Close()
    {
        _unstarted.Dispose();
        _threads?.Dispose();
    }

    // The loop checks for tasks again after it has released a slot without finding a task. A task that was added in between could not get
    // that slot.
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

    // This is separate from StartReady, because the closure would otherwise be allocated for tasks on the thread pool too.
    private void StartOnThread(DedicatedThreads threads, HeldTask task) => threads.Run(() => RunOnThreadAsync(task));

    // The next task is started as separate work on the threads, because this task may have ended on any thread.
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
