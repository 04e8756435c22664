using System.Diagnostics;
using TaskGen.Brokers;

namespace TaskGen;

/// <summary>
/// Speaks with the broker for one queue: tells what has finished and started, takes what fits, and keeps the identity under which all that is held. The only caller of
/// the hot step, so that request numbers rise one by one.
/// </summary>
internal sealed class LeaseLoop
{
    /// <summary>Maintenance makes good for a ring of the bell that was lost; this for a maintenance that fails.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstErrorWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestErrorWait = TimeSpan.FromSeconds(5);

    private readonly WorkerServices _services;
    private readonly QueueRunner _runner;
    private readonly Outbox _outbox;
    private readonly Action<BellReason> _onBell;
    private readonly AsyncSignal _signal = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly WorkerIdentity _identity;
    private readonly ITimer _wake;
    private IAsyncDisposable? _bell;
    private Task _loop = Task.CompletedTask;
    private long _number;
    private TimeSpan _errorWait = FirstErrorWait;
    private volatile bool _workMayWait = true;
    private volatile bool _draining;

    /// <param name="services">What the worker shares.</param>
    /// <param name="runner">Runs what is leased.</param>
    /// <param name="outbox">What is to be told.</param>
    /// <param name="onBell">Told of rings that are not about work.</param>
    public LeaseLoop(WorkerServices services, QueueRunner runner, Outbox outbox, Action<BellReason> onBell)
    {
        (_services, _runner, _outbox, _onBell) = (services, runner, outbox, onBell);
        _identity = new WorkerIdentity(services, runner.Queue);
        _wake = services.Time.CreateTimer(static state => ((LeaseLoop)state!).LookForWork(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Queue => _runner.Queue;

    /// <summary>Who this worker is on its queue now.</summary>
    public WorkerIncarnation Worker => _identity.Current;

    /// <inheritdoc cref="WorkerIdentity.LeaseHolds"/>
    public bool LeaseHolds => _identity.LeaseHolds;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await JoinAsync(cancellationToken).ConfigureAwait(false);
        _bell = await _services.Broker.ListenAsync(Queue, OnBell, cancellationToken).ConfigureAwait(false);
        _loop = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>Tells the broker all that is left to tell, then leaves. What cannot be told is left to the lease.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _draining = true;
        _signal.Set();
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
            LogMessages.BrokerFailed(_services.Logger, Queue, TimeSpan.Zero, exception);
        }
        finally
        {
            await _wake.DisposeAsync().ConfigureAwait(false);
            _abort.Dispose();
        }
    }

    public void Signal() => _signal.Set();

    /// <summary>Something may wait to be leased.</summary>
    public void LookForWork()
    {
        _workMayWait = true;
        _signal.Set();
    }

    /// <summary>One heartbeat. Runs on the heartbeat's own thread and waits for nothing but the broker.</summary>
    /// <returns>Whether the broker answered.</returns>
    public bool Beat()
    {
        if (_identity.IsDead || _identity.HasLeft)
        {
            return true;
        }

        var worker = Worker;
        var sentAt = Stopwatch.GetTimestamp();
        try
        {
            var reply = _services.Broker.Renew(Queue, worker);
            if (!reply.Alive)
            {
                OnDead(worker);
                return true;
            }

            _identity.Renewed(sentAt);
            foreach (var cancel in reply.Cancels)
            {
                _runner.Cancel(cancel.Key, cancel.Reason);
            }

            if (reply.Strays.Count > 0)
            {
                _runner.Cancel(reply.Strays);
            }

            _runner.StartReady();
            return true;
        }
        catch (Exception exception)
        {
            LogMessages.HeartbeatFailed(_services.Logger, worker.Name, Queue, exception);
            if (!LeaseHolds)
            {
                // Nobody can say whether the lease still holds, so it does not: what runs may be running elsewhere by now.
                OnDead(worker);
            }

            return false;
        }
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

                _errorWait = FirstErrorWait;
            }
            catch (OperationCanceledException) when (_abort.IsCancellationRequested)
            {
                return;
            }
            catch (TaskGenException exception)
            {
                LogMessages.BrokerFailed(_services.Logger, Queue, _errorWait, exception);
                await WaitAfterErrorAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                LogMessages.LoopFailed(_services.Logger, Queue, exception);
                await WaitAfterErrorAsync().ConfigureAwait(false);
            }
        }
    }

    /// <returns>Whether there is nothing left to do for ever.</returns>
    private async ValueTask<bool> StepAsync()
    {
        if (_identity.IsDead)
        {
            await JoinAsync(_abort.Token).ConfigureAwait(false);
        }

        var wanted = _workMayWait ? _runner.Wanted() : 0;
        var (finished, marks) = _outbox.Take();
        if (wanted == 0 && finished.Count == 0 && marks.Count == 0)
        {
            if (_draining)
            {
                return true;
            }

            _wake.Change(PollInterval, Timeout.InfiniteTimeSpan);
            await _signal.WaitAsync().ConfigureAwait(false);
            return false;
        }

        if (wanted > 0)
        {
            _workMayWait = false;
        }

        await ExchangeAsync(wanted, finished, marks).ConfigureAwait(false);
        return false;
    }

    private async Task ExchangeAsync(int wanted, IReadOnlyList<Settlement> finished, IReadOnlyList<PendingMark> marks)
    {
        var request = new LeaseRequest
        {
            Worker = Worker,
            Number = ++_number,
            Finished = finished,
            Started = [.. marks.Select(static mark => mark.Mark)],
            MaxTasks = wanted,
        };
        LeaseReply reply;
        try
        {
            reply = await _services.Broker.LeaseAsync(Queue, request, _abort.Token).ConfigureAwait(false);
        }
        catch (BrokerUnknownException)
        {
            await ReconcileAsync(request.Worker, finished, marks).ConfigureAwait(false);
            return;
        }
        catch
        {
            _workMayWait |= wanted > 0;
            _outbox.PutBack(finished, marks);
            throw;
        }

        switch (reply.Status)
        {
            case LeaseStatus.DeadIncarnation:
                OnDead(request.Worker);
                FailMarks(marks);
                return;
            case LeaseStatus.OldRequest:
                await ReconcileAsync(request.Worker, finished, marks).ConfigureAwait(false);
                return;
        }

        if (_identity.IsDead)
        {
            // The heartbeat has learned meanwhile that this incarnation is no longer trusted: what it leased is not run.
            FailMarks(marks);
            return;
        }

        Confirm(finished, marks, reply);
        if (reply.DeliveriesWait)
        {
            _services.Relay.Kick(Queue);
        }

        // A reply that brought anything may have left something behind.
        _workMayWait |= reply.Tasks.Count > 0;
        Accept(reply.Tasks, reply.Now);
    }

    // Nothing starts while the incarnation is dead, and only this loop makes a new one: what slipped in beside its death goes before it could be taken for the next one's.
    private void Accept(IReadOnlyList<LeasedTask> tasks, DateTimeOffset now)
    {
        _runner.Accept(tasks, now);
        if (_identity.IsDead)
        {
            _runner.LoseAll();
        }
    }

    private void Confirm(IReadOnlyList<Settlement> finished, IReadOnlyList<PendingMark> marks, LeaseReply reply)
    {
        for (var i = 0; i < finished.Count; i++)
        {
            if (!reply.Settled[i])
            {
                LogMessages.WriteRefused(_services.Logger, finished[i].Key.Id);
                _services.Metrics.Refused(Queue);
            }
        }

        for (var i = 0; i < marks.Count; i++)
        {
            marks[i].Confirmed?.TrySetResult(reply.Started[i]);
            if (!reply.Started[i])
            {
                _services.Metrics.Refused(Queue);
                _runner.Lose(marks[i].Mark.Key);
            }
        }
    }

    // The reply was lost. What the broker says this worker holds decides: a task that was settled and is still held was not settled, and one that nobody here knows was
    // leased by the lost reply.
    private async Task ReconcileAsync(WorkerIncarnation worker, IReadOnlyList<Settlement> finished, IReadOnlyList<PendingMark> marks)
    {
        _workMayWait = true;
        ReconcileReply reply;
        while (true)
        {
            try
            {
                reply = await _services.Broker.ReconcileAsync(Queue, worker, ++_number, _abort.Token).ConfigureAwait(false);
                break;
            }
            catch (TaskGenException exception) when (!_identity.IsDead && !_abort.IsCancellationRequested)
            {
                LogMessages.BrokerFailed(_services.Logger, Queue, _errorWait, exception);
                await WaitAfterErrorAsync().ConfigureAwait(false);
            }
            catch
            {
                FailMarks(marks);
                throw;
            }
        }

        if (reply.Status != LeaseStatus.Ok)
        {
            OnDead(worker);
            FailMarks(marks);
            return;
        }

        var held = reply.Held.Select(static task => task.Key).ToHashSet();
        var unsettled = finished.Where(settlement => held.Contains(settlement.Key)).ToList();
        _outbox.PutBack(unsettled, marks);
        var known = finished.Select(static settlement => settlement.Key).ToHashSet();
        var strange = reply.Held.Where(task => !known.Contains(task.Key) && !_runner.Holds(task.Key)).ToList();

        // Looked at last: what ended meanwhile was put there before the runner let go of it.
        var toTell = _outbox.Settled();
        Accept([.. strange.Where(task => !toTell.Contains(task.Key))], reply.Now);
    }

    private async Task JoinAsync(CancellationToken cancellationToken)
    {
        await _identity.JoinAsync(cancellationToken).ConfigureAwait(false);
        _number = 0;
        _workMayWait = true;
    }

    private void OnDead(WorkerIncarnation worker)
    {
        if (!_identity.TryDie(worker))
        {
            return;
        }

        // All that it wanted to tell would be refused.
        _outbox.Clear();
        LogMessages.LeaseLost(_services.Logger, worker.Name, Queue, _runner.LoseAll());
        _services.Metrics.LeaseLost(Queue);
        _signal.Set();
    }

    private async Task WaitAfterErrorAsync()
    {
        // Not cut short by what ends meanwhile: a busy worker must not hammer a broker that is away.
        var wait = _errorWait * (1 + _services.Chance.Next());
        _errorWait = TimeSpan.FromTicks(Math.Min(_errorWait.Ticks * 2, LongestErrorWait.Ticks));
        await Task.Delay(wait, _services.Time, _abort.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static void FailMarks(IReadOnlyList<PendingMark> marks)
    {
        foreach (var mark in marks)
        {
            mark.Confirmed?.TrySetResult(false);
        }
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
