using System.Globalization;
using System.Text.Json;

namespace TaskGen.Throughput;

/// <summary>The other side of <see cref="WorkerProcess"/>.</summary>
internal static class WorkerVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var role = Enum.Parse<WorkerRole>(args[0]);
        var settings = JsonSerializer.Deserialize<BenchHostSettings>(args[1])!;
        var count = int.Parse(args[2], CultureInfo.InvariantCulture);
        await using var host = BenchHost.Create(settings);
        switch (role)
        {
            case WorkerRole.Drain:
                await ReportAsync("ready");
                await ReportAsync(JsonSerializer.Serialize(await host.DrainAsync(count, CancellationToken.None)));
                await StoppedAsync();
                break;

            case WorkerRole.Latency:
                host.Latencies.Expect(count);
                await host.StartWorkerAsync(CancellationToken.None);
                await ReportAsync("ready");
                await StoppedAsync();
                await host.StopWorkerAsync();
                await ReportAsync(JsonSerializer.Serialize(host.Latencies.Read()));
                break;

            case WorkerRole.Hold:
                var all = host.Ledger.ExpectAsync(count);
                await host.StartWorkerAsync(CancellationToken.None);
                await ReportAsync("ready");
                await Task.WhenAny(all, StoppedAsync());
                await ReportAsync("held");
                await StoppedAsync();
                break;
        }

        return 0;
    }

    private static Task ReportAsync(string line) => Console.Out.WriteLineAsync(line);

    /// <summary>
    /// The standard input ends when the parent says so, and when the parent is gone. On a thread of its own: the console reads
    /// synchronously, whatever the method is called, and the pool is what is measured.
    /// </summary>
    private static Task<string> StoppedAsync() =>
        Task.Factory.StartNew(Console.In.ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
