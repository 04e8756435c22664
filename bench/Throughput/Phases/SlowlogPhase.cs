using System.Globalization;

namespace TaskGen.Throughput;

/// <summary>
/// Looks for scripts that take longer on a long queue: a million waits and ten thousand are leased while everything goes on that a queue
/// knows.
/// </summary>
internal sealed class SlowlogPhase(BenchContext bench) : IPhase
{
    private const int Waiting = 1_000_000;
    private const int Leased = 10_000;

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    /// <summary>So early that the lease has ended and what was held is taken back while the load goes on.</summary>
    private static readonly TimeSpan CrashAfter = TimeSpan.FromSeconds(8);

    public string Name => "slowlog";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var host = bench.CreateHost();
        await using var holder = bench.Options.Memory ? null : await HoldAsync(host, cancellationToken);
        await Dispatching.BulkPacedAsync(host.Client, Waiting, cancellationToken);

        // The log is of wall time: it begins when what fills the queue no longer takes both processors.
        await using var log = await SlowLog.StartAsync(bench.Probe.Server, Slow);

        // What the holder loses runs here, and is not to stay.
        host.Gate.Open();
        _ = host.Ledger.ExpectAsync(0);
        var load = new MixedLoad(host);
        await host.StartWorkerAsync(cancellationToken);
        var running = load.RunAsync(Duration, cancellationToken);
        if (holder is not null)
        {
            await Task.WhenAny(running, Task.Delay(CrashAfter, cancellationToken));
            await holder.KillAsync(cancellationToken);
        }

        await running;
        await host.StopWorkerAsync();
        var slow = await log.ReadAsync();
        await bench.DeleteAsync(host);

        var scripts = slow.Count(static command => command.IsScript);
        bench.Report.Add("scripts_over_5ms", "calls", [scripts]);
        bench.Report.Add("others_over_5ms", "calls", [slow.Count - scripts]);
        bench.Report.Add("longest", "ms", [slow.Count == 0 ? 0 : slow.Max(static command => command.Duration.TotalMilliseconds)]);
        bench.Report.Check($"no script took {Slow.TotalMilliseconds:N0} ms: {scripts} did", scripts == 0);
        bench.Report.Note(
            $"{Waiting:N0} waiting, {(holder is null ? 0 : Leased):N0} leased by a worker that was killed after "
            + $"{CrashAfter.TotalSeconds:N0} s; in {Duration.TotalSeconds:N0} s: {load.Describe()}");
        foreach (var kind in slow.GroupBy(static command => command.Kind).OrderByDescending(static kind => kind.Count()))
        {
            var longest = kind.MaxBy(static command => command.Duration)!;
            var median = Statistics.Median([.. kind.Select(static command => command.Duration.TotalMilliseconds)]);
            bench.Report.Note(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.Count()} times {kind.Key}, first {longest.Key}: "
                + $"median {median:N1} ms, longest {longest.Duration.TotalMilliseconds:N1} ms"));
        }
    }

    private static async Task<WorkerProcess> HoldAsync(BenchHost host, CancellationToken cancellationToken)
    {
        for (var from = 0; from < Leased; from += Dispatching.BulkSize)
        {
            await host.Client.Hold.DelayManyAsync(
                Enumerable.Range(from, Dispatching.BulkSize), static index => new(index), cancellationToken);
        }

        var holder = await WorkerProcess.StartAsync(
            WorkerRole.Hold, host.Settings with { Concurrency = Leased, Lease = Lease }, Leased, cancellationToken);
        try
        {
            await holder.ReadAsync(cancellationToken).WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
            return holder;
        }
        catch
        {
            await holder.DisposeAsync();
            throw;
        }
    }
}
