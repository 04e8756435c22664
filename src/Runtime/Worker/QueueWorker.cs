using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>Creates, connects, starts, and stops the components that serve one queue of a worker.</summary>
internal sealed class QueueWorker : IRunnerEvents
{
    /// <summary>
    /// How long running task methods can continue after their tokens were canceled because of a shutdown. After that, their tasks are
    /// returned to the queue, even if the methods are still running.
    /// </summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(1);

    private const int MostNamed = 20;

    private readonly WorkerServices _services;
    private readonly Outbox _outbox = new();
    private readonly QueueRunner _runner;
    private readonly ProgressPump _progress;
    private readonly Maintainer _maintainer;
    private readonly LeaseLoop _loop;

    /// <summary>Initializes a new instance of the <see cref="QueueWorker"/> class.</summary>
    /// <param name="services">The services shared by the components of the worker.</param>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="options">The options of the queue.</param>
    /// <param name="beatNow">The callback that sends a heartbeat immediately, which also reads cancellation requests.</param>
    public QueueWorker(WorkerServices services, string queue, QueueOptions options, Action beatNow)
    {
        _services = services;
        _runner = new QueueRunner(services, queue, options, _outbox, this);
        _loop = new LeaseLoop(services, _runner, _outbox, OnBell);
        _maintainer = new Maintainer(services, queue, _loop.LookForWork);
        _progress = new ProgressPump(services, _runner, _loop);

        void OnBell(BellReason reason)
        {
            switch (reason)
            {
                case BellReason.Cancel:
                    beatNow();
                    break;
                case BellReason.Deliveries:
                    services.Relay.Kick(queue);
                    break;
                default:
                    _maintainer?.Signal();
                    break;
            }
        }
    }

    /// <summary>The heartbeat that renews the worker's lease on this queue.</summary>
    public QueueHeartbeat Heartbeat => _loop.Heartbeat;

    bool IRunnerEvents.LeaseHolds => _loop.LeaseHolds;

    void IRunnerEvents.OnChanged() => _loop.Signal();

    void IRunnerEvents.OnProgress(TaskExecution execution) => _progress.Add(execution);

    /// <inheritdoc cref="LeaseLoop.Registered"/>
    public Task Registered => _loop.Registered;

    /// <summary>Whether the worker is registered with the queue, and its lease is known to be valid.</summary>
    public bool IsReady => Registered.IsCompleted && _loop.LeaseHolds;

    /// <inheritdoc cref="LeaseLoop.StartAsync"/>
    public async Task<bool> StartAsync(bool isAvailable, CancellationToken cancellationToken)
    {
        var isRegistered = await _loop.StartAsync(isAvailable, cancellationToken).ConfigureAwait(false);
        _progress.Start();
        _maintainer.Start();
        return isRegistered;
    }

    /// <summary>
    /// Waits for running tasks to finish within the shutdown timeout, returns the other tasks to the queue, and leaves the queue.
    /// </summary>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it ends the wait for running tasks; they are stopped and returned to the
    /// queue.
    /// </param>
    /// <returns>The number of tasks that were returned to the queue.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        var handedBackBefore = _outbox.HandedBack;
        var atOnce = cancellationToken.IsCancellationRequested;
        _runner.StopStarting();
        LogWait();
        await WaitForIdleAsync(_services.Worker.ShutdownTimeout, cancellationToken).ConfigureAwait(false);
        foreach (var execution in _runner.Executions)
        {
            execution.Stop(StopReason.Shutdown);
        }

        // The token might have been canceled during the wait above. Task methods whose tokens are canceled only now still have the full
        // grace period.
        await WaitForIdleAsync(StopGrace, atOnce ? cancellationToken : CancellationToken.None).ConfigureAwait(false);

        // Tasks whose method has not started are returned first. A task that starts before that is included in the executions below.
        _runner.HandBackUnbegun();
        foreach (var execution in _runner.Executions)
        {
            execution.Abandon(() => execution.HandBack());
        }

        await _maintainer.StopAsync().ConfigureAwait(false);
        await _progress.StopAsync().ConfigureAwait(false);

        // The last settlements are sent even if the token is canceled, because this takes only one round trip. The time limit applies if
        // the broker does not reply.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
        await _loop.StopAsync(limit.Token).ConfigureAwait(false);
        _runner.Close();
        return _outbox.HandedBack - handedBackBefore;
    }

    /// <summary>Ends the threads and timers of a queue worker that was never started.</summary>
    public void Close() => _runner.Close();

    private void LogWait()
    {
        var running = _runner.Executions;
        if (running.Count > 0)
        {
            LogMessages.WaitsForTasks(
                _services.Logger,
                _services.Worker.Name,
                Durations.Show(_services.Worker.ShutdownTimeout),
                running.Count,
                _runner.Queue,
                string.Join(", ", running.Take(MostNamed).Select(static execution => $"{execution.Name} ({execution.Id})"))
                    + (running.Count > MostNamed ? ", and others" : ""));
        }
    }

    private async Task WaitForIdleAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var idle = _runner.WhenIdleAsync();
        if (!idle.IsCompleted)
        {
            await ((Task)idle.WaitAsync(atMost, _services.Time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
