using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>Everything that serves one queue: creates the components, connects them, and starts and stops them.</summary>
internal sealed class QueueWorker : IRunnerEvents
{
    /// <summary>How long handlers that were told to stop have for it, before their tasks are handed back while they still run.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(1);

    private readonly WorkerServices _services;
    private readonly Outbox _outbox = new();
    private readonly QueueRunner _runner;
    private readonly ProgressPump _progress;
    private readonly Maintainer _maintainer;
    private readonly LeaseLoop _loop;

    /// <param name="services">What the worker shares.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="beatNow">Has the heartbeat look for cancel requests.</param>
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

    /// <summary>Renews the lease of this queue's worker.</summary>
    public QueueHeartbeat Heartbeat => _loop.Heartbeat;

    bool IRunnerEvents.LeaseHolds => _loop.LeaseHolds;

    void IRunnerEvents.OnChanged() => _loop.Signal();

    void IRunnerEvents.OnProgress(TaskExecution execution) => _progress.Add(execution);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _loop.StartAsync(cancellationToken).ConfigureAwait(false);
        _progress.Start();
        _maintainer.Start();
    }

    /// <summary>Lets what runs finish in time, hands the rest back, and leaves.</summary>
    /// <param name="cancellationToken">Ends the patience: what still runs is handed back at once.</param>
    /// <returns>How many tasks went back.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        var handedBackBefore = _outbox.HandedBack;
        var atOnce = cancellationToken.IsCancellationRequested;
        _runner.StopStarting();
        await WaitForIdleAsync(_services.Worker.ShutdownTimeout, cancellationToken).ConfigureAwait(false);
        foreach (var execution in _runner.Executions)
        {
            execution.Stop(StopReason.Shutdown);
        }

        // The host's patience may have ended during the wait above; whoever was told to stop only now has a moment to do so all the same.
        await WaitForIdleAsync(StopGrace, atOnce ? cancellationToken : CancellationToken.None).ConfigureAwait(false);

        // First what has not begun, so that whatever begins until then is among the executions.
        _runner.HandBackUnbegun();
        foreach (var execution in _runner.Executions)
        {
            execution.Abandon(() => execution.HandBack());
        }

        await _maintainer.StopAsync().ConfigureAwait(false);
        await _progress.StopAsync().ConfigureAwait(false);

        // Even an impatient host waits for the last word: it takes a round trip, and the limit is for a broker that is away.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
        await _loop.StopAsync(limit.Token).ConfigureAwait(false);
        _runner.Close();
        return _outbox.HandedBack - handedBackBefore;
    }

    /// <summary>Ends the threads and timers of a worker that was never started.</summary>
    public void Close() => _runner.Close();

    private async Task WaitForIdleAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var idle = _runner.WhenIdleAsync();
        if (!idle.IsCompleted)
        {
            await ((Task)idle.WaitAsync(atMost, _services.Time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
