using StackExchange.Redis;

namespace TaskGen.Throughput;

/// <summary>How many commands a worker of one queue sends while it has nothing to do.</summary>
internal sealed class IdlePhase(BenchContext bench) : IPhase
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Watching = TimeSpan.FromSeconds(20);

    /// <summary>MONITOR leaves these out. No script can call them, so the statistics say how often they came.</summary>
    private static readonly string[] Administrative = ["config|", "acl|", "slowlog|", "latency|"];

    public string Name => "idle";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (bench.Options.Memory)
        {
            bench.Report.Note("left out: the embedded broker sends nothing.");
            return;
        }

        await using var host = bench.CreateHost();
        await host.StartWorkerAsync(cancellationToken);
        await Task.Delay(Settling, cancellationToken);

        var without = await bench.Probe.AddressesAsync();
        var before = await bench.Probe.CallsAsync();
        await using var monitor = await WireMonitor.StartAsync(ConfigurationOptions.Parse(bench.Configuration), cancellationToken);
        await Task.Delay(Watching, cancellationToken);
        var commands = await monitor.StopAsync(without);
        foreach (var (command, calls) in await bench.Probe.CallsAsync())
        {
            var more = (int)(calls - before.GetValueOrDefault(command));
            if (more > 0 && Administrative.Any(name => command.StartsWith(name, StringComparison.Ordinal)))
            {
                commands[command.ToUpperInvariant()] = more;
            }
        }

        await host.StopWorkerAsync();
        await bench.DeleteAsync(host);
        bench.Report.Add("commands", "commands/s", [commands.Values.Sum() / Watching.TotalSeconds]);
        var counts = commands.OrderByDescending(static pair => pair.Value).Select(static pair => $"{pair.Key} {pair.Value}");
        bench.Report.Note($"in {Watching.TotalSeconds:N0} s: {string.Join(", ", counts)}");
        bench.Report.Note(
            "counted by MONITOR without what scripts do and what this program's own connections send; "
            + "CONFIG, ACL, SLOWLOG and LATENCY, which MONITOR hides, by the server's statistics.");
    }
}
