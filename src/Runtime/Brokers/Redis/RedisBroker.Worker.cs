using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <content>Implements the operations of worker incarnations and the maintenance of a queue.</content>
internal sealed partial class RedisBroker
{
    private static readonly RedisValue LastNumber = "#";

    public async ValueTask JoinAsync(string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        var keys = runner.Queue(queue);
        try
        {
            // The heartbeat connection is opened before any task is leased, because the heartbeat thread must not wait for it.
            await check.CheckAsync(runner, cancellationToken).ConfigureAwait(false);
            await runner.Connections.HeartbeatsAsync().AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
        {
            throw runner.Translate(BrokerStep.Join.Action, queue, exception);
        }

        RedisValue[] arguments = [QueueKeys.Id(worker.Value), ScriptTime.Wait(lease)];
        await runner.RunAsync(BrokerStep.Join, keys, worker.Value, arguments, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(request.MaxTasks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.MaxTasks, MaxPage);
        var arguments = ScriptArguments.Lease(request, limits.MaxDeadLetters);
        var result = await runner.RunAsync(BrokerStep.Lease, runner.Queue(queue), request.Worker.Value, arguments, cancellationToken)
            .ConfigureAwait(false);
        var reply = ScriptReplies.Lease((RedisValue[])result!, request);
        return reply.Settled.Count == 0
            ? reply
            : reply with { Settled = ScriptArguments.InOrderOfRequest(request.Finished, reply.Settled) };
    }

    public async ValueTask<ReconcileReply> ReconcileAsync(
        string queue, WorkerIncarnation worker, long number, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var keys = runner.Queue(queue);
        var reply = (long[])(await runner.RunAsync(BrokerStep.Reconcile, keys, worker.Value, [number], cancellationToken)
            .ConfigureAwait(false))!;
        var status = (LeaseStatus)reply[0];
        return new ReconcileReply(
            status,
            ScriptTime.FromMilliseconds(reply[1]),
            status == LeaseStatus.Ok ? await ReadHeldAsync(keys, worker, cancellationToken).ConfigureAwait(false) : []);
    }

    public RenewReply Renew(string queue, WorkerIncarnation worker)
    {
        var result = runner.RunNow(BrokerStep.Renew, runner.Queue(queue), worker.Value, [QueueKeys.Id(worker.Value)]);
        var reply = (RedisValue[])result!;
        var alive = (int)reply[0] == 1;
        if (!alive)
        {
            runner.Queue(queue).Forget(worker.Value);
        }

        return new RenewReply(
            alive, ScriptTime.FromMilliseconds((long)reply[1]), ScriptReplies.Cancels(reply), ScriptReplies.Strays(reply));
    }

    public async ValueTask<MaintenanceReply> MaintainAsync(string queue, MaintenanceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfLessThan(request.MaxCrashes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.PageSize, MaxPage);
        check.Remind();
        var keys = runner.Queue(queue);
        RedisValue[] arguments = [request.PageSize, ScriptTime.Wait(limits.DeadLetterRetention)];
        var page = (RedisValue[])(await runner.RunAsync(BrokerStep.Maintain, keys, arguments, cancellationToken).ConfigureAwait(false))!;
        var (nextDue, more) = (page[1], (int)page[6] == 1);
        var (recovered, poisoned, expired, droppedLetters) = (0, 0, 0, (int)page[3]);
        var deliveriesWait = (int)page[8] == 1;

        // Recovery and expiry are rarely needed. They are separate steps, so that each step is short.
        if ((int)page[4] == 1)
        {
            RedisValue[] recover = [request.PageSize, request.MaxCrashes, limits.MaxDeadLetters];
            var reply = (RedisValue[])(await runner.RunAsync(BrokerStep.Recover, keys, recover, cancellationToken).ConfigureAwait(false))!;
            (recovered, poisoned, nextDue) = ((int)reply[0], (int)reply[1], reply[3]);
            (more, droppedLetters) = (more || (int)reply[2] == 1, droppedLetters + (int)reply[4]);
            deliveriesWait |= (int)reply[5] == 1;
        }

        if ((int)page[5] == 1 || IsDue(nextDue, page[0]))
        {
            var reply = (RedisValue[])(await runner.RunAsync(BrokerStep.Expire, keys, [request.PageSize], cancellationToken)
                .ConfigureAwait(false))!;
            (expired, nextDue) = ((int)reply[0], reply[2]);
            more |= (int)reply[1] == 1;
            deliveriesWait |= (int)reply[3] == 1;
        }

        return new MaintenanceReply(
            ScriptTime.FromMilliseconds((long)page[0]),
            nextDue.IsNullOrEmpty ? null : ScriptTime.FromMilliseconds((long)nextDue),
            (int)page[2],
            recovered,
            poisoned,
            expired,
            droppedLetters,
            more,
            WorkWaits: (int)page[7] == 1 || recovered > 0,
            DeliveriesWait: deliveriesWait);
    }

    public async ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var keys = runner.Queue(queue);
        RedisValue[] arguments = [QueueKeys.Id(worker.Value), MaxPage, limits.MaxDeadLetters];
        while ((int)await runner.RunAsync(BrokerStep.Leave, keys, worker.Value, arguments, cancellationToken).ConfigureAwait(false) == 1)
        {
            // Each call returns a limited number of the held tasks to the queue.
        }

        keys.Forget(worker.Value);
    }

    public async ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var stored = new List<bool>(updates.Count);
        foreach (var page in updates.Chunk(MaxPage))
        {
            RedisValue[] arguments =
                [.. page.SelectMany(static update => new RedisValue[] { ScriptArguments.Key(update.Key), update.Progress })];
            var reply = await runner.RunAsync(BrokerStep.ReportProgress, runner.Queue(queue), worker.Value, arguments, cancellationToken)
                .ConfigureAwait(false);
            stored.AddRange(ScriptReplies.Flags((RedisValue)reply, page.Length));
        }

        return stored;
    }

    // While an incarnation is alive, only its own requests change the set of tasks that it holds, and no such request is in progress.
    // Reading the tasks with several calls is therefore consistent.
    private async Task<IReadOnlyList<LeasedTask>> ReadHeldAsync(
        QueueKeyCache queue, WorkerIncarnation worker, CancellationToken cancellationToken)
    {
        try
        {
            var session = await runner.OpenAsync(cancellationToken).ConfigureAwait(false);
            var held = new Dictionary<LeaseKey, LeasedTask>();
            await foreach (var entry in session.Database
                .HashScanAsync(queue.Keys.LeaseOf(worker.Value), pageSize: MaxPage)
                .WithCancellation(cancellationToken)
                .ConfigureAwait(false))
            {
                if (entry.Name != LastNumber)
                {
                    byte[] envelope = [.. (byte[])entry.Name!, .. (byte[])entry.Value!];
                    var leased = ScriptReplies.Leased(envelope);
                    held[leased.Key] = leased;
                }
            }

            return [.. held.Values];
        }
        catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
        {
            throw runner.Translate(BrokerStep.Reconcile.Action, queue.Name, exception);
        }
    }

    private static bool IsDue(RedisValue nextDue, RedisValue now) => !nextDue.IsNullOrEmpty && (long)nextDue <= (long)now;
}
