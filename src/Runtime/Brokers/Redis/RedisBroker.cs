using System.Collections.Concurrent;
using StackExchange.Redis;
using TaskGen.Primitives;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Represents a broker that stores its data in Redis. Each atomic step is one Lua script that uses only the keys of one queue or resource,
/// and the clock of the server. The <c>Scripts</c> folder contains one file per step.
/// </summary>
internal sealed partial class RedisBroker(ScriptRunner runner, ServerCheck check, BrokerLimits limits)
    : IBroker, IAsyncDisposable, IDisposable
{
    private const int MaxPage = 200;
    private const int MaxRead = 500;
    private const int MaxPlainBatch = 500;
    private const int MaxRecordedBatch = 125;
    private const int MaxBatchBytes = 1024 * 1024;

    private readonly ConcurrentDictionary<(string Queue, Guid Producer), BatchEnqueuer> _enqueuers = new();

    // Writing a record takes the server several times as long as writing an envelope.
    public BatchLimit LargestBatch(bool hasRecord) => new(hasRecord ? MaxRecordedBatch : MaxPlainBatch, MaxBatchBytes);

    public ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(string queue, EnqueueBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BatchRules.Check(batch);
        var enqueuer = _enqueuers.GetOrAdd(
            (queue, batch.Producer), static (key, all) => new BatchEnqueuer(all, all.Queue(key.Queue), key.Producer), runner);
        return enqueuer.EnqueueAsync(batch, cancellationToken);
    }

    public async ValueTask<CancelOutcome> CancelAsync(string queue, Guid id, string? reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        const int hasRecord = 7;
        RedisValue[] arguments = [QueueKeys.Id(id), ScriptArguments.Text(reason), id.Version == hasRecord ? 1 : 0];
        var reply = await runner.RunAsync(BrokerStep.Cancel, runner.Queue(queue), arguments, cancellationToken).ConfigureAwait(false);
        return (CancelOutcome)(int)reply;
    }

    public async ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MaxRead, nameof(ids));
        if (watch is not null and not ChannelWatch)
        {
            throw new ArgumentException(
                $"The watch on channel '{watch.Channel}' was created by a different broker. Pass a watch that this broker created.",
                nameof(watch));
        }

        var keys = runner.Queue(queue);
        if (ids.Count == 0)
        {
            return [];
        }

        if (watch is ChannelWatch own && !own.HasSubscribed(keys))
        {
            // A task id, and the queue name that it contains, can come from an untrusted source. Therefore, the subscription for a queue is
            // created only if one of the tasks exists and has not ended.
            var found = await ReadAsync(keys, ids, RedisValue.EmptyString, cancellationToken).ConfigureAwait(false);
            if (found.All(static record => record is null || record.State.IsEnd()))
            {
                return found;
            }

            await own.SubscribeAsync(keys).ConfigureAwait(false);
        }

        RedisValue listening = watch is ChannelWatch { Id: var id } ? QueueKeys.Id(id) : RedisValue.EmptyString;
        return await ReadAsync(keys, ids, listening, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IBrokerWatch>(new ChannelWatch(runner, changed));
    }

    public async ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var keys = runner.Queue(queue);
        var messages = await SubscribeAsync(keys, static keys => keys.Bell, cancellationToken).ConfigureAwait(false);
        var test = check.CreateBellTest(
            queue, async (message, end) => await runner.RunAsync(BrokerStep.TestBell, keys, [message], end).ConfigureAwait(false));
        var listener = new ChannelListener(messages, message =>
        {
            test.OnMessage(message);
            Ring(message, ring);
        });
        _ = test.RunAsync(listener.End);
        return listener;
    }

    public async ValueTask<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var counts = (long[])(await runner.RunAsync(BrokerStep.Count, runner.Queue(queue), [], cancellationToken).ConfigureAwait(false))!;
        return new QueueCounts(counts[0], counts[1], counts[2], counts[3]);
    }

    public async ValueTask<int> CountWorkersAsync(string queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return (int)await runner.RunAsync(BrokerStep.CountWorkers, runner.Queue(queue), [], cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(
        string queue, int skip, int take, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        var keys = runner.Queue(queue).Keys;
        try
        {
            var session = await runner.OpenAsync(cancellationToken).ConfigureAwait(false);
            var found = new List<DeadLetter>();
            while (found.Count < take)
            {
                long start = (long)skip + found.Count;
                var page = Math.Min(MaxPage, take - found.Count);
                var entries = await session.Database.ListRangeAsync(keys.Letters, start, start + page - 1).WaitAsync(cancellationToken)
                    .ConfigureAwait(false);
                found.AddRange(entries.Select(static entry => ScriptReplies.DeadLetter(entry!)));
                if (entries.Length < page)
                {
                    break;
                }
            }

            return found;
        }
        catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
        {
            throw runner.Translate("read dead letters of queue", queue, exception);
        }
    }

    public ValueTask DisposeAsync() => runner.DisposeAsync();

    private static void Ring(RedisValue message, Action<BellReason> ring)
    {
        BellReason? reason = (string?)message switch
        {
            "w" => BellReason.Work,
            "d" => BellReason.Due,
            "c" => BellReason.Cancel,
            "o" => BellReason.Deliveries,
            _ => null,
        };
        if (reason is { } known)
        {
            ring(known);
        }
    }

    private async ValueTask<ChannelMessageQueue> SubscribeAsync(
        QueueKeyCache queue, Func<QueueKeys, byte[]> channel, CancellationToken cancellationToken)
    {
        try
        {
            var session = await runner.OpenAsync(cancellationToken).ConfigureAwait(false);
            var connection = await runner.Connections.SubscriptionsAsync().AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return await connection
                .GetSubscriber()
                .SubscribeAsync(session.Channel(channel(queue.Keys)), ServerSession.Subscribing)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (ServerErrors.IsConnectionError(exception))
        {
            throw runner.Translate("subscribe to notifications about", queue.Name, exception);
        }
    }

    private async ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        QueueKeyCache queue, IReadOnlyList<Guid> ids, RedisValue watch, CancellationToken cancellationToken)
    {
        RedisValue[] arguments = [watch, .. ids.Select(static id => (RedisValue)QueueKeys.Id(id))];
        var replies = (RedisResult[])(await runner.RunAsync(BrokerStep.Read, queue, arguments, cancellationToken).ConfigureAwait(false))!;
        return [.. ids.Select((id, index) => ScriptReplies.Record(id, replies[index]))];
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
