using System.Diagnostics;
using System.Text.Json;

namespace TaskGen.Throughput;

/// <summary>
/// How fast one worker runs what waits, beside how fast the bare model leases and settles. The repeats alternate, so that what drifts hits
/// both.
/// </summary>
internal sealed class DrainPhase(BenchContext bench) : IPhase
{
    private static readonly string[] Kinds = ["ignored", "kept"];

    private long _runsTooMany;
    private long _leftWaiting;

    public string Name => "drain";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await RepeatAsync(Math.Max(bench.Options.Tasks / 2, 50_000), new Samples(), cancellationToken);
        var samples = new Samples();
        for (var repeat = 0; repeat < bench.Options.Repeats; repeat++)
        {
            await RepeatAsync(bench.Options.Tasks, samples, cancellationToken);
        }

        var bare = bench.Report.Add("bare.lease_ack", "tasks/s", samples["bare"]);
        bench.Report.Add("bare.lease_ack.client_cpu", "us/task", samples["bare.cpu"]);
        var bareRedis = bench.Report.Add("bare.lease_ack.redis_cpu", "us/task", samples["bare.redis"]);
        foreach (var kind in Kinds)
        {
            bench.Report.Add(kind, "tasks/s", samples[kind], bare);
            bench.Report.Add($"{kind}.worker_cpu", "us/task", samples[$"{kind}.cpu"]);
            if (!bench.Options.Memory)
            {
                bench.Report.Add($"{kind}.redis_cpu", "us/task", samples[$"{kind}.redis"], bareRedis);
                bench.Report.Add($"{kind}.script_calls", "calls/task", samples[$"{kind}.calls"]);
                await FreshProcessAsync(kind, bare, cancellationToken);
            }
        }

        bench.Report.Check($"every task ran, {_runsTooMany} too often", _runsTooMany == 0);
        bench.Report.Note(
            $"bare.lease_ack is one script a batch of {BareModel.Batch} that settles the last batch and takes the next, "
            + $"{BareModel.Calls} calls in flight; nothing is read or run.");
        if (!bench.Options.Memory)
        {
            bench.Report.Check($"{_leftWaiting} tasks waited after a worker had left", _leftWaiting == 0);
            bench.Report.Note(
                "fresh_process starts its clock in a process that has compiled nothing and connected to nothing yet, "
                + "and rss is of that process, which has only drained.");
            bench.Report.Note(
                "script_calls counts EVALSHA and EVAL, which only the wire can bring; "
                + "subscriptions and keep-alives are counted by the idle phase.");
        }
    }

    private async Task RepeatAsync(int tasks, Samples samples, CancellationToken cancellationToken)
    {
        await BareAsync(2 * tasks, samples, cancellationToken);
        foreach (var kind in Kinds)
        {
            await using var host = bench.CreateHost();
            await Dispatching.BulkAsync(host.Client, tasks, kind == "kept", cancellationToken);
            GC.Collect();
            var before = await bench.Probe.SampleAsync();
            var drain = await host.DrainAsync(tasks, cancellationToken);
            var redis = await bench.Probe.SampleAsync() - before;
            samples.Add(kind, tasks / drain.Seconds);
            samples.Add($"{kind}.cpu", drain.CpuSeconds * 1e6 / tasks);
            samples.Add($"{kind}.redis", redis.CpuSeconds * 1e6 / tasks);
            samples.Add($"{kind}.calls", (double)redis.ScriptCalls / tasks);
            await CheckAsync(host, drain);
        }
    }

    private async Task BareAsync(int count, Samples samples, CancellationToken cancellationToken)
    {
        await bench.Bare.ClearAsync();
        await bench.Bare.EnqueueAsync(count, cancellationToken);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var before = await bench.Probe.SampleAsync();
        var started = Stopwatch.GetTimestamp();
        var settled = await bench.Bare.DrainAsync(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var redis = await bench.Probe.SampleAsync() - before;
        process.Refresh();
        samples.Add("bare", settled / elapsed.TotalSeconds);
        samples.Add("bare.cpu", (process.TotalProcessorTime - cpu).TotalSeconds * 1e6 / settled);
        samples.Add("bare.redis", redis.CpuSeconds * 1e6 / settled);
        if (settled != count)
        {
            bench.Report.Check($"the bare model settled {settled} of {count}", held: false);
        }
    }

    private async Task FreshProcessAsync(string kind, Figure bare, CancellationToken cancellationToken)
    {
        var tasks = bench.Options.Tasks;
        await using var host = bench.CreateHost();
        await Dispatching.BulkAsync(host.Client, tasks, kind == "kept", cancellationToken);
        await using var worker = await WorkerProcess.StartAsync(WorkerRole.Drain, host.Settings, tasks, cancellationToken);
        var drain = JsonSerializer.Deserialize<DrainFigures>(await worker.ReadAsync(cancellationToken))!;
        bench.Report.Add($"{kind}.fresh_process", "tasks/s", [tasks / drain.Seconds], bare);
        bench.Report.Add($"{kind}.fresh_process.worker_cpu", "us/task", [drain.CpuSeconds * 1e6 / tasks]);
        bench.Report.Add($"{kind}.fresh_process.rss", "MB", [drain.WorkingSet / 1e6]);
        await CheckAsync(host, drain);
    }

    /// <summary>That every task ran has been waited for. Here: that none ran twice and none is left.</summary>
    private async Task CheckAsync(BenchHost host, DrainFigures drain)
    {
        _runsTooMany += drain.Repeats;
        if (!bench.Options.Memory)
        {
            _leftWaiting += await bench.Probe.WaitingAsync(host.Settings.Namespace);
            await bench.DeleteAsync(host);
        }
    }
}
