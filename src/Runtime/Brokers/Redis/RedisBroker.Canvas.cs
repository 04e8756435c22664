using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <content>Implements the operations on canvases.</content>
internal sealed partial class RedisBroker
{
    public async ValueTask StoreCanvasAsync(string queue, Guid canvas, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CanvasRules.Check(page);
        var arguments = CanvasScriptArguments.Store(canvas, page);
        await runner.RunAsync(BrokerStep.StoreCanvas, runner.Queue(queue), arguments, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> CommitCanvasAsync(string queue, Guid canvas, CanvasCommit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CanvasRules.Check(commit);
        var arguments = CanvasScriptArguments.Commit(canvas, commit);
        var reply = await runner.RunAsync(BrokerStep.CommitCanvas, runner.Queue(queue), arguments, cancellationToken).ConfigureAwait(false);
        return (int)reply == 1;
    }

    public async ValueTask AdvanceCanvasAsync(string queue, IReadOnlyList<CanvasReport> reports, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CanvasRules.Check(reports);
        if (reports.Count > 0)
        {
            var arguments = CanvasScriptArguments.Advance(reports);
            await runner.RunAsync(BrokerStep.AdvanceCanvas, runner.Queue(queue), arguments, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<DeliveryReply> DeliverAsync(string queue, DeliveryRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CanvasRules.Check(request);
        var keys = runner.Queue(queue);
        var done = request.Done;
        foreach (var page in done.Take(Math.Max(0, done.Count - MaxPage)).Chunk(MaxPage))
        {
            await DeliverAsync(keys, 0, page, cancellationToken).ConfigureAwait(false);
        }

        var reply = await DeliverAsync(keys, request.Max, [.. done.Skip(done.Count - MaxPage)], cancellationToken).ConfigureAwait(false);
        var deliveries = new List<Delivery>(reply.Length - 1);
        var broken = new List<ReadOnlyMemory<byte>>();
        foreach (var taken in reply.Skip(1))
        {
            if (DeliveryReader.Read(taken, out var key) is { } delivery)
            {
                deliveries.Add(delivery);
            }
            else
            {
                broken.Add(key);
            }
        }

        // Entries that are not valid deliveries can never be carried out, so they are removed.
        if (broken.Count > 0)
        {
            await DeliverAsync(keys, 0, broken, cancellationToken).ConfigureAwait(false);
        }

        return new DeliveryReply(deliveries, More: (int)reply[0] == 1);
    }

    public async ValueTask<CanvasMembers?> ReadMembersAsync(
        string queue, Guid canvas, int group, int from, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        RedisValue[] arguments = [QueueKeys.Id(canvas), group, from, CanvasRules.MaxMembersPerPage, CanvasRules.MaxPageBytes];
        var reply = await runner.RunAsync(BrokerStep.ReadMembers, runner.Queue(queue), arguments, cancellationToken).ConfigureAwait(false);
        return reply.IsNull ? null : ScriptReplies.Members((RedisValue[])reply!);
    }

    private async ValueTask<RedisResult[]> DeliverAsync(
        QueueKeyCache queue, int max, IReadOnlyList<ReadOnlyMemory<byte>> done, CancellationToken cancellationToken)
    {
        var arguments = CanvasScriptArguments.Deliver(max, CanvasRules.MaxPageBytes, done);
        return (RedisResult[])(await runner.RunAsync(BrokerStep.Deliver, queue, arguments, cancellationToken).ConfigureAwait(false))!;
    }
}
