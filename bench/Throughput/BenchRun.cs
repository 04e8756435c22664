using TaskGen.Servers;
using System.Globalization;
using Spectre.Console;

namespace TaskGen.Throughput;

/// <summary>One run: the server, then the phases one after the other, then nothing left behind.</summary>
internal static class BenchRun
{
    public static IReadOnlyList<string> PhaseNames { get; } = ["enqueue", "drain", "latency", "idle", "bytes", "slowlog"];

    /// <summary>Runs the phases that are asked for.</summary>
    /// <returns>Whether all that is checked on the way has held.</returns>
    public static async Task<bool> RunAsync(BenchOptions options, CancellationToken cancellationToken)
    {
        await using var server = options.Redis is null ? await RedisServer.StartAsync(cancellationToken: cancellationToken) : null;
        var configuration = options.Redis ?? server!.EndPoint;
        await using var probe = await RedisProbe.ConnectAsync(configuration);
        await using var bare = await BareModel.ConnectAsync(configuration);
        var report = new Report(AnsiConsole.Console);
        var bench = new BenchContext(options, configuration, probe, bare, report);

        report.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"run broker={(options.Memory ? "memory" : "redis")} redis={probe.Version} processors={Environment.ProcessorCount} "
            + $"runtime={Environment.Version} "
            + $"gc={(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} tasks={options.Tasks} repeats={options.Repeats} "
            + $"seconds={options.Seconds} concurrency={options.Concurrency}"));
#if DEBUG
        report.Line("warning: a Debug build; no figure of it means anything. Use -c Release.");
#endif
        IPhase[] phases =
        [
            new EnqueuePhase(bench), new DrainPhase(bench), new LatencyPhase(bench), new IdlePhase(bench), new BytesPhase(bench),
            new SlowlogPhase(bench),
        ];
        foreach (var phase in phases.Where(phase => options.Includes(phase.Name)))
        {
            report.Begin(phase.Name);
            await phase.RunAsync(cancellationToken);
            report.End();
        }

        return report.AllHeld;
    }
}
