using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Determines when a worker sends lease requests for one queue: after a wake-up notification (bell), when a settlement is ready, or when a
/// concurrency slot is free. The loop registers the worker with the queue before the first request and after its lease was lost, and
/// removes the registration at the end.
/// </summary>
internal sealed class LeaseLoop
{
    /// <summary>
    /// The interval at which the loop polls the queue. If a wake-up notification is lost, maintenance detects the waiting task. The poll
    /// detects it if maintenance also fails.
    /// </summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(30);

    private readonly WorkerServices _services;
    private readonly Action<BellReason> _onBell;
    private readonly AsyncSignal _signal = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly WorkerIdentity _identity;
    private readonly ErrorBackoff _backoff;
    private readonly LeaseExchange _exchange;
    private readonly ITimer _wake;
    private readonly TaskCompletionSource _registered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _call;
    private IAsyncDisposable? _bell;
    private Task _loop = Task.CompletedTask;
    private volatile bool _draining;

    /// <summary>Initializes a new instance of the <see cref="LeaseLoop"/> class.</summary>
    /// <param name="services">The services shared by the components of the worker.</param>
    /// <param name="runner">The runner that starts the leased tasks.</param>
    /// <param name="outbox">The settlements and start marks to send.</param>
    /// <param name="onBell">The callback that receives wake-up notifications whose reason is not <see cref="BellReason.Work"/>.</param>
    public LeaseLoop(WorkerServices services, QueueRunner runner, Outbox outbox, Action<BellReason> onBell)
    {
        (_services, _onBell, Queue) = (services, onBell, runner.Queue);
        _call = Call(Queue);
        _identity = new WorkerIdentity(services, Queue);
        _backoff = new ErrorBackoff(services.Chance);
        var loss = new LeaseLoss(services, _identity, runner, outbox, _signal);
        _exchange = new LeaseExchange(services, _identity, runner, outbox, loss, _backoff);
        Heartbeat = new QueueHeartbeat(services, _identity, runner, loss);
        _wake = services.Time.CreateTimer(
            static state => ((LeaseLoop)state!).LookForWork(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Queue { get; }

    /// <summary>The heartbeat that renews the lease of the worker's incarnation on this queue.</summary>
    public QueueHeartbeat Heartbeat { get; }

    /// <summary>The worker's current incarnation on this queue.</summary>
    public WorkerIncarnation Worker => _identity.Current;

    /// <inheritdoc cref="WorkerIdentity.LeaseHolds"/>
    public bool LeaseHolds => _identity.LeaseHolds;

    /// <summary>Completes when the worker is registered with the queue and receives its notifications.</summary>
    public Task Registered => _registered.Task;

    /// <summary>Returns the name of the lease requests of a queue for <see cref="BrokerOutage"/>.</summary>
    public static string Call(string queue) => $"lease requests for queue '{queue}'";

    /// <summary>Registers the worker with the queue, and starts the loop.</summary>
    /// <param name="isAvailable">
    /// <see langword="false"/> to let the loop register the worker, because the broker was found to be unavailable; otherwise,
    /// <see langword="true"/>.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// <see langword="true"/> if the worker is registered; <see langword="false"/> if the loop continues to try to register it.
    /// </returns>
    public async Task<bool> StartAsync(bool isAvailable, CancellationToken cancellationToken)
    {
        if (isAvailable)
        {
            try
            {
                await RegisterAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (TaskGenException exception)
                when (_services.Worker.WaitForBroker && exception is not TaskBrokerException { NeedsConfiguration: true })
            {
                OnFailed(exception);
            }
        }

        _loop = Task.Run(RunAsync, CancellationToken.None);
        return Registered.IsCompleted;
    }

    /// <summary>
    /// Sends the remaining settlements and start marks, and then removes the worker from the queue. Tasks whose settlement cannot be sent
    /// are recovered by other workers when the lease has expired.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _draining = true;
        _signal.Set();
        if (!Registered.IsCompleted)
        {
            // The loop holds no tasks, so it does not have to reach the broker anymore.
            await _abort.CancelAsync().ConfigureAwait(false);
        }

        using (cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _abort))
        {
            await _loop.ConfigureAwait(false);
        }

        _identity.Leave();
        try
        {
            if (_bell is not null)
            {
                await _bell.DisposeAsync().ConfigureAwait(false);
            }

            if (Worker == default)
            {
                return;
            }

            await _services.Broker.LeaveAsync(Queue, Worker, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            OnFailed(exception);
        }
        finally
        {
            await _wake.DisposeAsync().ConfigureAwait(false);
            _abort.Dispose();
        }
    }

    /// <summary>Wakes the loop, so that it checks whether to send a request.</summary>
    public void Signal() => _signal.Set();

    /// <summary>Causes the next request to lease tasks, and wakes the loop.</summary>
    public void LookForWork()
    {
        _exchange.LookForWork();
        _signal.Set();
    }

    private async Task RunAsync()
    {
        while (!_abort.IsCancellationRequested)
        {
            try
            {
                if (await StepAsync().ConfigureAwait(false))
                {
                    return;
                }

                _backoff.Reset();
                _services.Outage.OnSucceeded(_call);
            }
            catch (OperationCanceledException) when (_abort.IsCancellationRequested)
            {
                return;
            }
            catch (TaskGenException exception)
            {
                OnFailed(exception);
                await _backoff.WaitAsync(_services.Time, _abort.Token).ConfigureAwait(false);
            }
            catch (InvalidOperationException exception) when (!Registered.IsCompleted)
            {
                // The configuration of the server was checked only now, because the server was not available when the worker started.
                OnFailed(exception);
                await _backoff.WaitAsync(_services.Time, _abort.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                LogMessages.LoopFailed(_services.Logger, Queue, exception);
                await _backoff.WaitAsync(_services.Time, _abort.Token).ConfigureAwait(false);
            }
        }
    }

    /// <returns>
    /// <see langword="true"/> if the loop must end, because the worker is stopping and nothing is left to send; otherwise,
    /// <see langword="false"/>.
    /// </returns>
    private async ValueTask<bool> StepAsync()
    {
        if (_identity.IsDead || !Registered.IsCompleted)
        {
            await RegisterAsync(_abort.Token).ConfigureAwait(false);
        }

        if (await _exchange.RunAsync(_abort.Token).ConfigureAwait(false))
        {
            return false;
        }

        if (_draining)
        {
            return true;
        }

        _wake.Change(PollInterval, Timeout.InfiniteTimeSpan);
        await _signal.WaitAsync().ConfigureAwait(false);
        return false;
    }

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        if (_identity.IsDead)
        {
            await _exchange.JoinAsync(cancellationToken).ConfigureAwait(false);
        }

        _bell ??= await _services.Broker.ListenAsync(Queue, OnBell, cancellationToken).ConfigureAwait(false);
        _registered.TrySetResult();
    }

    private void OnFailed(Exception exception)
    {
        _services.Outage.OnFailed(_call, exception);
        LogMessages.BrokerFailed(_services.Logger, Queue, Durations.Show(_backoff.Current), exception);
    }

    private void OnBell(BellReason reason)
    {
        if (reason == BellReason.Work)
        {
            LookForWork();
            return;
        }

        _onBell(reason);
    }
}
