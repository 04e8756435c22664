namespace TaskGen.Worker;

/// <summary>
/// Starts the tasks of one queue in the order in which they were leased. Each task receives a concurrency slot and runs on the thread pool
/// or on one of the queue's dedicated threads. The class also determines how many tasks to lease, and returns tasks to the queue if they
/// wait too long for a slot.
/// </summary>
internal sealed class TaskStarter
{
    /// <summary>
    /// How long a task that was leased ahead (before a slot was free) can wait for a slot. After that, it is returned to the queue, so that
    /// another worker can lease it.
    /// </summary>
    private static readonly TimeSpan MaxUnstarted = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time;
    private readonly HeldTasks _tasks;
    private readonly Outbox _outbox;
    private readonly IRunnerEvents _events;
    private readonly AttemptRunner _attempts;
    private readonly LeaseAhead _ahead;
    private readonly ParkedExecutions _parked;
    private readonly DedicatedThreads? _threads;
    private readonly ITimer _unstarted;
    private volatile bool _stopping;

    /// <summary>Initializes a new instance of the <see cref="TaskStarter"/> class.</summary>
    /// <param name="time">The clock that measures how long tasks wait for a concurrency slot.</param>
    /// <param name="runner">The runner of the queue.</param>
    /// <param name="options">The options of the queue.</param>
    /// <param name="tasks">The tasks that the runner holds.</param>
    /// <param name="outbox">The settlements to send to the broker.</param>
    /// <param name="events">The object that receives notifications about changes.</param>
    /// <param name="attempts">The object that executes the tasks.</param>
    /// <param name="parked">The executions that wait without a concurrency slot.</param>
    public TaskStarter(
        TimeProvider time,
        QueueRunner runner,
        QueueOptions options,
        HeldTasks tasks,
        Outbox outbox,
        IRunnerEvents events,
        AttemptRunner attempts,
        ParkedExecutions parked)
    {
        (_time, _tasks, _outbox, _events, _attempts, _parked) = (time, tasks, outbox, events, attempts, parked);
        Slots = new ConcurrencySlots(options.Concurrency, OnSlotsExceeded);
        _ahead = new LeaseAhead(options.Concurrency);
        _threads = options.DedicatedThreads ? new DedicatedThreads($"TaskGen {runner.Queue}", options.Concurrency) : null;
        _unstarted = time.CreateTimer(
            static state => ((TaskStarter)state!).OnSlotFree(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ConcurrencySlots Slots { get; }

    /// <summary>Returns the number of additional tasks to lease.</summary>
    public int Wanted()
    {
        if (_stopping)
        {
            return 0;
        }

        var free = Slots.Free;
        var ahead = _parked.Any ? _ahead.TasksWhileParked : _ahead.Tasks;
        var wanted = free + ahead - _tasks.ReadyCount;

        // If no slot is free, a request would only lease tasks ahead. It is not sent before half of the tasks that were leased ahead have
        // started.
        return free == 0 && wanted * 2 < ahead ? 0 : Math.Clamp(wanted, 0, LeaseAhead.MaxTasks);
    }

    /// <summary>Starts tasks that were just added, until no concurrency slot is free.</summary>
    public void OnAccepted()
    {
        // The worker started to shut down between the lease request and its reply.
        if (_stopping)
        {
            HandBackReady();
        }

        StartReady();
    }

    /// <summary>Starts held tasks that have not started, until no concurrency slot is free.</summary>
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

    /// <summary>Uses a concurrency slot that has become free: starts the next task, or causes the lease loop to lease one.</summary>
    public void OnSlotFree()
    {
        StartReady();
        _events.OnChanged();
    }

    /// <summary>Adds the duration of an execution to the average, from which the number of tasks to lease ahead is calculated.</summary>
    public void Measure(TimeSpan duration) => _ahead.Measure(duration);

    /// <summary>Replaces the dedicated thread on which an abandoned task method is still running, and starts the next task.</summary>
    public void OnAbandoned()
    {
        _threads?.Compensate();
        StartReady();
    }

    // The threads can all be blocked by task methods, so each slot above the concurrency has an additional thread.
    private void OnSlotsExceeded() => _threads?.AddSpare();

    /// <summary>Prevents further tasks from starting, and returns the tasks that have not started to the queue.</summary>
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

    // After the loop has released a slot because it found no task, it checks for tasks again. A task that was added in between could not
    // acquire that slot.
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

    // This code is separate from StartReady, because the closure would otherwise also be allocated for tasks that run on the thread pool.
    private void StartOnThread(DedicatedThreads threads, HeldTask task) => threads.Run(() => RunOnThreadAsync(task));

    // The next task is queued to the dedicated threads as a separate work item, because this task might have ended on another thread.
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
