namespace TaskGen.Throughput;

/// <summary>The ways to dispatch many tasks.</summary>
internal static class Dispatching
{
    public const int TextLength = 11;

    /// <summary>What one bulk call takes.</summary>
    public const int BulkSize = 1_000;

    public const string Text = "eleven-char";

    /// <summary>One call after the other, each awaited.</summary>
    public static async Task OneByOneAsync(int count, Func<int, Task> dispatch, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await dispatch(i);
        }
    }

    /// <summary>So many calls in flight all the time.</summary>
    public static Task InFlightAsync(int count, int inFlight, Func<int, Task> dispatch, CancellationToken cancellationToken)
    {
        var next = -1;
        async Task LoopAsync()
        {
            while (Interlocked.Increment(ref next) is var i && i < count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await dispatch(i);
            }
        }

        return Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(LoopAsync, cancellationToken)));
    }

    /// <summary>Bulk calls of tasks that take a while, one after the other.</summary>
    /// <param name="client">The client.</param>
    /// <param name="count">How many tasks.</param>
    /// <param name="cancellationToken">Ends it between two calls.</param>
    /// <returns>A task that completes when all are dispatched.</returns>
    public static async Task BulkPacedAsync(BenchTasksClient client, int count, CancellationToken cancellationToken)
    {
        for (var from = 0; from < count; from += BulkSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await client.Paced.DelayManyAsync(
                Enumerable.Range(from, Math.Min(BulkSize, count - from)), static index => new(index, Text), cancellationToken);
        }
    }

    /// <summary>Bulk calls, one after the other.</summary>
    /// <param name="client">The client.</param>
    /// <param name="count">How many tasks.</param>
    /// <param name="kept">Whether their results are kept.</param>
    /// <param name="cancellationToken">Ends it between two calls.</param>
    /// <returns>A task that completes when all are dispatched.</returns>
    public static async Task BulkAsync(BenchTasksClient client, int count, bool kept, CancellationToken cancellationToken)
    {
        for (var from = 0; from < count; from += BulkSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var indexes = Enumerable.Range(from, Math.Min(BulkSize, count - from));
            if (kept)
            {
                await client.Kept.DelayManyAsync(indexes, static index => new(index, Text), cancellationToken);
            }
            else
            {
                await client.Ignored.DelayManyAsync(indexes, static index => new(index, Text), cancellationToken);
            }
        }
    }
}
