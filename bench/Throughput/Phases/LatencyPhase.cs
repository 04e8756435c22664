using System.Diagnostics;
using System.Text.Json;

namespace TaskGen.Throughput;

/// <summary>How soon a task starts, and how soon its result is back, at 200 tasks a second and a worker that is idle otherwise.</summary>
internal sealed class LatencyPhase(BenchContext bench) : IPhase
{
    private const int PerSecond = 200;
    private const int WarmUp = 3 * PerSecond;

    public string Name => "latency";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var count = bench.Options.Seconds * PerSecond;
        var ping = new List<double>();
        var script = new List<double>();

        // Half of the bare round trips before and half after, so that what drifts hits both.
        await BareAsync(count / 2, ping, script, cancellationToken);
        var starts = await StartsAsync(count, cancellationToken);
        var (keptStarts, results) = await ResultsAsync(count, cancellationToken);
        await BareAsync(count / 2, ping, script, cancellationToken);

        var pings = Add("bare.ping", ping, null);
        var scripts = Add("bare.evalsha", script, null);
        Add("ignored.dispatch_to_start", starts, scripts);
        Add("kept.dispatch_to_start", keptStarts, scripts);
        Add("kept.dispatch_to_result", results, scripts);
        _ = pings;
        bench.Report.Check(
            $"{starts.Count} and {keptStarts.Count} of {count} starts and {results.Count} results arrived",
            starts.Count == count && keptStarts.Count == count && results.Count == count);
        bench.Report.Note(
            $"{PerSecond} a second for {bench.Options.Seconds} s each, after {WarmUp / PerSecond} s that do not count; "
            + $"the worker is in {(InProcess ? "this" : "a second")} process. "
            + "A percentile is divided by the same percentile of the awaited EVALSHA that puts one envelope into a list. "
            + "A dispatch does not wait for the one before.");
    }

    private bool InProcess => bench.Options.InProcess || bench.Options.Memory;

    private Dictionary<string, Figure> Add(string name, IReadOnlyCollection<double> milliseconds, Dictionary<string, Figure>? by)
    {
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var (label, percent) in new[] { ("p50", 50.0), ("p90", 90), ("p99", 99), ("max", 100) })
        {
            figures[label] = bench.Report.Add($"{name}.{label}", "ms", [Statistics.Percentile(milliseconds, percent)], by?[label]);
        }

        return figures;
    }

    private async Task<IReadOnlyList<double>> StartsAsync(int count, CancellationToken cancellationToken)
    {
        await using var host = bench.CreateHost();
        return await WithWorkerAsync(host, count, () => PaceAsync(count, index =>
            host.Client.Start.DelayAsync(index, Stopwatch.GetTimestamp(), cancellationToken), cancellationToken), cancellationToken);
    }

    private async Task<(IReadOnlyList<double> Starts, IReadOnlyList<double> Results)> ResultsAsync(
        int count, CancellationToken cancellationToken)
    {
        await using var host = bench.CreateHost();
        var results = new double[count];
        var starts = await WithWorkerAsync(host, count, () => PaceAsync(count, DispatchAsync, cancellationToken), cancellationToken);
        return (starts, [.. results.Where(static value => value > 0)]);

        async Task DispatchAsync(int index)
        {
            var dispatched = Stopwatch.GetTimestamp();
            var handle = await host.Client.Answer.DelayAsync(index, dispatched, cancellationToken);
            await handle.GetAsync(TimeSpan.FromSeconds(30), cancellationToken);
            if (index >= 0)
            {
                results[index] = Stopwatch.GetElapsedTime(dispatched).TotalMilliseconds;
            }
        }
    }

    private async Task<IReadOnlyList<double>> WithWorkerAsync(
        BenchHost host, int count, Func<Task> dispatch, CancellationToken cancellationToken)
    {
        IReadOnlyList<double> starts;
        if (InProcess)
        {
            host.Latencies.Expect(count);
            await host.StartWorkerAsync(cancellationToken);
            await dispatch();
            await StartedAsync(host, count, cancellationToken);
            await host.StopWorkerAsync();
            starts = host.Latencies.Read();
        }
        else
        {
            await using var worker = await WorkerProcess.StartAsync(WorkerRole.Latency, host.Settings, count, cancellationToken);
            await dispatch();
            await EmptyAsync(host, cancellationToken);
            starts = JsonSerializer.Deserialize<double[]>(await worker.StopAsync(cancellationToken))!;
        }

        await bench.DeleteAsync(host);
        return starts;
    }

    private static async Task StartedAsync(BenchHost host, int count, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 100 && host.Latencies.Read().Length < count; tries++)
        {
            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>What waits is taken before the worker is told to stop; what it has taken it ends by itself.</summary>
    private async Task EmptyAsync(BenchHost host, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 100 && await bench.Probe.WaitingAsync(host.Settings.Namespace) > 0; tries++)
        {
            await Task.Delay(50, cancellationToken);
        }
    }

    private Task BareAsync(int count, List<double> ping, List<double> script, CancellationToken cancellationToken) => PaceAsync(
        count,
        async index =>
        {
            var isPing = (index & 1) == 0;
            var started = Stopwatch.GetTimestamp();
            await (isPing ? bench.Bare.PingAsync() : bench.Bare.EnqueueOneAsync(0));
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (index >= 0)
            {
                var values = isPing ? ping : script;
                lock (values)
                {
                    values.Add(elapsed);
                }
            }
        },
        cancellationToken);

    /// <summary>Calls at an even pace, whether earlier calls have ended or not: a stall then shows in all that it delays.</summary>
    private static async Task PaceAsync(int count, Func<int, Task> call, CancellationToken cancellationToken)
    {
        var calls = new List<Task>(WarmUp + count);
        var started = Stopwatch.GetTimestamp();
        for (var i = -WarmUp; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)(i + WarmUp) / PerSecond);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, cancellationToken);
            }

            calls.Add(call(i));
        }

        await Task.WhenAll(calls).WaitAsync(cancellationToken);
    }
}
