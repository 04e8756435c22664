using System.Globalization;

namespace TaskGen.Throughput;

/// <summary>
/// All that a client does to a queue, at once, while a worker serves it: bulk and single dispatches, delayed ones, reads, cancels and
/// waits.
/// </summary>
internal sealed class MixedLoad(BenchHost host)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private long _bulk;
    private int _delayed;
    private int _single;
    private int _read;
    private int _canceled;

    /// <summary>Runs for so long. The queue stays as long as it is.</summary>
    public async Task RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(duration);
        await Task.WhenAll(
            UntilAsync(RefillAsync, end.Token),
            UntilAsync(DelayAsync, end.Token),
            UntilAsync(CancelAsync, end.Token),
            UntilAsync(ReadAsync, end.Token));
        cancellationToken.ThrowIfCancellationRequested();
    }

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{host.Ledger.Runs:N0} runs, {_bulk:N0} dispatched in bulk, {_delayed:N0} delayed, {_single:N0} one by one, {_read:N0} reads, "
        + $"{_canceled:N0} cancels.");

    private static async Task UntilAsync(Func<CancellationToken, Task> step, CancellationToken end)
    {
        try
        {
            while (true)
            {
                await step(end);
                await Task.Delay(Pause, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    /// <summary>As much as was run goes in again.</summary>
    private async Task RefillAsync(CancellationToken cancellationToken)
    {
        while (_bulk < host.Ledger.Runs)
        {
            await Dispatching.BulkPacedAsync(host.Client, Dispatching.BulkSize, cancellationToken);
            _bulk += Dispatching.BulkSize;
        }
    }

    /// <summary>Due after a second or ten, and some not worth starting by then.</summary>
    private async Task DelayAsync(CancellationToken cancellationToken)
    {
        foreach (var seconds in new[] { 1, 10 })
        {
            var task = host.Client.Kept.With(new EnqueueOptions
            {
                Countdown = TimeSpan.FromSeconds(seconds),
                ExpiresAt = TimeProvider.System.GetUtcNow().AddSeconds(12),
            });
            await task.DelayManyAsync(Enumerable.Range(0, 50), static index => new(index, Dispatching.Text), cancellationToken);
            _delayed += 50;
        }
    }

    /// <summary>Cancels what waits, what is delayed and what leaves no record.</summary>
    private async Task CancelAsync(CancellationToken cancellationToken)
    {
        var handles = new TaskHandle[]
        {
            await host.Client.Kept.DelayAsync(0, Dispatching.Text, cancellationToken),
            await host.Client.Kept.With(new EnqueueOptions { Countdown = TimeSpan.FromMinutes(1) })
                .DelayAsync(0, Dispatching.Text, cancellationToken),
            await host.Client.Ignored.DelayAsync(0, Dispatching.Text, cancellationToken),
        };
        _single += handles.Length;
        foreach (var handle in handles)
        {
            await handle.CancelAsync("load", cancellationToken);
            _canceled++;
        }
    }

    /// <summary>Reads a task that waits behind a million, and waits for one that overtakes them.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var waits = await host.Client.Kept.DelayAsync(0, Dispatching.Text, cancellationToken);
        await waits.GetSnapshotAsync(cancellationToken);
        var overtakes = await host.Client.Kept.With(new EnqueueOptions { Priority = TaskPriority.High })
            .DelayAsync(0, Dispatching.Text, cancellationToken);
        await overtakes.GetAsync(cancellationToken);
        _single += 2;
        _read += 2;
    }
}
