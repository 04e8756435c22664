using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Sends the batches of one producer (this process) to one queue, with at most two calls to Redis in progress. Batches that arrive during
/// these calls are sent together in the next call. If fewer calls are in progress, a batch is sent immediately.
/// </summary>
internal sealed class BatchEnqueuer(ScriptRunner runner, QueueKeyCache queue, Guid producer)
{
    private const int MaxInFlight = 2;
    private const int MaxWeight = 500;
    private const int MaxBytes = 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<WaitingBatch> _waiting = new();
    private int _inFlight;

    public ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(EnqueueBatch batch, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_inFlight >= MaxInFlight)
            {
                var waiting = new WaitingBatch(batch);
                _waiting.Enqueue(waiting);
                return new(waiting.Outcomes.WaitAsync(cancellationToken));
            }

            _inFlight++;
        }

        return new(SendOneAsync(batch).WaitAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<EnqueueOutcome>> SendOneAsync(EnqueueBatch batch)
    {
        try
        {
            var replies = await SendAsync([batch]).ConfigureAwait(false);
            return Outcomes(replies[0], batch);
        }
        finally
        {
            SendNext();
        }
    }

    // After a call, sends the batches that have arrived in the meantime.
    private void SendNext()
    {
        var next = new List<WaitingBatch>();
        lock (_lock)
        {
            var (weight, bytes) = (0, 0L);
            while (_waiting.TryPeek(out var first)
                && (next.Count == 0 || (weight + first.Weight <= MaxWeight && bytes + first.Bytes <= MaxBytes)))
            {
                next.Add(_waiting.Dequeue());
                weight += first.Weight;
                bytes += first.Bytes;
            }

            if (next.Count == 0)
            {
                _inFlight--;
                return;
            }
        }

        _ = SendManyAsync(next);
    }

    private async Task SendManyAsync(List<WaitingBatch> many)
    {
        try
        {
            var replies = await SendAsync([.. many.Select(static one => one.Batch)]).ConfigureAwait(false);
            for (var index = 0; index < many.Count; index++)
            {
                var (one, reply) = (many[index], replies[index]);
                one.Complete(() => Outcomes(reply, one.Batch));
            }
        }
        catch (Exception exception)
        {
            many.ForEach(one => one.Complete(() => throw exception));
        }
        finally
        {
            SendNext();
        }
    }

    private async Task<RedisResult[]> SendAsync(IReadOnlyList<EnqueueBatch> batches)
    {
        var arguments = new List<RedisValue>(1 + batches.Sum(static batch => 2 + (2 * batch.Tasks.Count))) { batches.Count };
        foreach (var batch in batches)
        {
            ScriptArguments.Add(arguments, batch);
        }

        return (RedisResult[])(await runner.RunAsync(BrokerStep.Enqueue, queue, producer, [.. arguments], CancellationToken.None)
            .ConfigureAwait(false))!;
    }

    private IReadOnlyList<EnqueueOutcome> Outcomes(RedisResult reply, EnqueueBatch batch) =>
        reply.Resp2Type == ResultType.Integer
            ? throw new BrokerUnknownException(
                $"It is not known whether the tasks of batch {batch.Number} were enqueued in queue '{queue.Name}', "
                + "because Redis no longer stores the reply to this batch.")
            : ScriptReplies.Outcomes(reply, batch);
}
