using TaskGen.Brokers;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Sends the requests of one queue's lease loop: settles finished tasks, marks started tasks and leases new tasks. Only one request is in
/// progress at a time, so that the request numbers increase by one. Only <see cref="LookForWork"/> may be called at the same time.
/// </summary>
internal sealed class LeaseExchange(
    WorkerServices services, WorkerIdentity identity, QueueRunner runner, Outbox outbox, LeaseLoss loss, ErrorBackoff backoff)
{
    private long _number;
    private volatile bool _workMayWait = true;

    /// <summary>Makes the next request lease tasks.</summary>
    public void LookForWork() => _workMayWait = true;

    /// <summary>Joins as a new incarnation.</summary>
    public async Task JoinAsync(CancellationToken cancellationToken)
    {
        await identity.JoinAsync(cancellationToken).ConfigureAwait(false);
        _number = 0;
        _workMayWait = true;
    }

    /// <summary>
    /// Sends the settlements and start marks of the outbox, leases tasks if some may be available, and starts the leased tasks.
    /// </summary>
    /// <returns>
    /// <see langword="true"/> if a request was sent; <see langword="false"/> if there was nothing to send and nothing to lease.
    /// </returns>
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
            // The heartbeat has meanwhile found that the incarnation is dead. The tasks that it leased are not executed.
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
            // A reply with tasks does not show whether more tasks are waiting.
            _workMayWait = true;
        }

        Accept(reply.Tasks, reply.Now);
        return true;
    }

    // No task starts while the incarnation is dead, and only the lease loop joins as a new incarnation. Tasks that were accepted while the
    // heartbeat found the incarnation dead are dropped here, so that they do not count as tasks of the next incarnation.
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

    // The reply was lost, so this method reads from the broker which tasks the worker holds. A settled task that is still held was not
    // settled. A held task that the worker does not know was leased by the lost request.
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
                LogMessages.BrokerFailed(services.Logger, runner.Queue, backoff.Current, exception);
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

        // Read last: a task that ended meanwhile was added to the outbox before the runner removed it.
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
