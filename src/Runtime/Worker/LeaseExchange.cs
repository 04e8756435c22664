using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Sends the broker requests of one queue's lease loop, which settle finished tasks, mark tasks as started, and lease new tasks. Only one
/// request is in progress at a time. Only <see cref="LookForWork"/> can be called concurrently with the other methods.
/// </summary>
internal sealed class LeaseExchange(
    WorkerServices services, WorkerIdentity identity, QueueRunner runner, Outbox outbox, LeaseLoss loss, ErrorBackoff backoff)
{
    private long _number;
    private int _childRun;
    private volatile bool _workMayWait = true;

    /// <summary>Causes the next request to lease tasks.</summary>
    public void LookForWork() => _workMayWait = true;

    /// <summary>Registers the worker with the queue under a new incarnation id.</summary>
    public async Task JoinAsync(CancellationToken cancellationToken)
    {
        await identity.JoinAsync(cancellationToken).ConfigureAwait(false);
        _number = 0;
        _workMayWait = true;
    }

    /// <summary>
    /// Sends the settlements and start marks in the outbox, leases tasks if any might be available, and starts the leased tasks.
    /// </summary>
    /// <returns><see langword="true"/> if a request was sent; <see langword="false"/> if nothing had to be sent or leased.</returns>
    public async ValueTask<bool> RunAsync(CancellationToken cancellationToken)
    {
        var wanted = _workMayWait ? runner.Wanted() : 0;
        var (finished, marks) = outbox.Take();
        if (wanted == 0 && finished.Count == 0 && marks.Count == 0)
        {
            return false;
        }

        if (wanted > 0)
        {
            _workMayWait = false;
        }

        var request = new LeaseRequest
        {
            Worker = identity.Current,
            Number = ++_number,
            Finished = finished,
            Started = [.. marks.Select(static mark => mark.Mark)],
            MaxTasks = wanted,
            ChildRun = _childRun,
            MaxChildRun = services.Parked.MaxChildRun,
        };
        LeaseReply reply;
        try
        {
            reply = await services.Broker.LeaseAsync(runner.Queue, request, cancellationToken).ConfigureAwait(false);
        }
        catch (BrokerUnknownException)
        {
            await ReconcileAsync(request.Worker, finished, marks, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch
        {
            if (wanted > 0)
            {
                _workMayWait = true;
            }

            outbox.PutBack(finished, marks);
            throw;
        }

        switch (reply.Status)
        {
            case LeaseStatus.DeadIncarnation:
                loss.Declare(request.Worker);
                FailMarks(marks);
                return true;
            case LeaseStatus.OldRequest:
                await ReconcileAsync(request.Worker, finished, marks, cancellationToken).ConfigureAwait(false);
                return true;
        }

        if (identity.IsDead)
        {
            // In the meantime, the heartbeat has found that the incarnation is dead. The tasks that it leased are not executed.
            FailMarks(marks);
            return true;
        }

        Confirm(finished, marks, reply);
        if (reply.DeliveriesWait)
        {
            services.Relay.Kick(runner.Queue);
        }

        if (reply.Tasks.Count > 0)
        {
            // A reply that contains tasks does not indicate whether more tasks are waiting.
            _workMayWait = true;
            CountChildren(reply.Tasks);
        }

        Accept(reply.Tasks, reply.Now);
        return true;
    }

    // The broker leases tasks in the order of the reply. Only the child tasks after the last ordinary task count.
    private void CountChildren(IReadOnlyList<LeasedTask> tasks)
    {
        foreach (var task in tasks)
        {
            _childRun = EnvelopeHeader.TryRead(task.Envelope.Span, out var header) && header.Flags.HasFlag(EnvelopeFlags.IsChild)
                ? _childRun + 1
                : 0;
        }
    }

    // No task starts while the incarnation is dead, and only the lease loop registers a new incarnation. Tasks that were accepted just
    // before the heartbeat found the incarnation dead are dropped here, so that they are not treated as tasks of the next incarnation.
    private void Accept(IReadOnlyList<LeasedTask> tasks, DateTimeOffset now)
    {
        runner.Accept(tasks, now);
        if (identity.IsDead)
        {
            runner.LoseAll();
        }
    }

    private void Confirm(IReadOnlyList<Settlement> finished, IReadOnlyList<PendingMark> marks, LeaseReply reply)
    {
        for (var i = 0; i < finished.Count; i++)
        {
            if (!reply.Settled[i])
            {
                LogMessages.WriteRefused(services.Logger, finished[i].Key.Id);
                services.Metrics.Refused(runner.Queue);
            }
        }

        for (var i = 0; i < marks.Count; i++)
        {
            marks[i].Confirmed?.TrySetResult(reply.Started[i]);
            if (!reply.Started[i])
            {
                services.Metrics.Refused(runner.Queue);
                runner.Lose(marks[i].Mark.Key);
            }
        }
    }

    // The reply to a request was lost, so this method reads from the broker which tasks the worker holds. If a task whose settlement was
    // sent is still held, the settlement was not applied. If the broker returns a task that this worker does not have, the request leased
    // it.
    private async Task ReconcileAsync(
        WorkerIncarnation worker, IReadOnlyList<Settlement> finished, IReadOnlyList<PendingMark> marks, CancellationToken cancellationToken)
    {
        _workMayWait = true;
        ReconcileReply reply;
        while (true)
        {
            try
            {
                reply = await services.Broker.ReconcileAsync(runner.Queue, worker, ++_number, cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (TaskGenException exception) when (!identity.IsDead && !cancellationToken.IsCancellationRequested)
            {
                services.Outage.OnFailed(LeaseLoop.Call(runner.Queue), exception);
                LogMessages.BrokerFailed(services.Logger, runner.Queue, Durations.Show(backoff.Current), exception);
                await backoff.WaitAsync(services.Time, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                FailMarks(marks);
                throw;
            }
        }

        if (reply.Status != LeaseStatus.Ok)
        {
            loss.Declare(worker);
            FailMarks(marks);
            return;
        }

        var held = reply.Held.Select(static task => task.Key).ToHashSet();
        var unsettled = finished.Where(settlement => held.Contains(settlement.Key)).ToList();
        outbox.PutBack(unsettled, marks);
        var known = finished.Select(static settlement => settlement.Key).ToHashSet();
        var strange = reply.Held.Where(task => !known.Contains(task.Key) && !runner.Holds(task.Key)).ToList();

        // The outbox is read last, because a task that ended in the meantime was added to the outbox before the runner removed it.
        var toTell = outbox.Settled();
        Accept([.. strange.Where(task => !toTell.Contains(task.Key))], reply.Now);
    }

    private static void FailMarks(IReadOnlyList<PendingMark> marks)
    {
        foreach (var mark in marks)
        {
            mark.Confirmed?.TrySetResult(false);
        }
    }
}
