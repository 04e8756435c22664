using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskGen.Throughput;

/// <summary>A host with a client and a worker of one queue, all at defaults but the concurrency.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly IHost _host;

    private BenchHost(IHost host, BenchHostSettings settings)
    {
        _host = host;
        Settings = settings;
    }

    public BenchHostSettings Settings { get; }

    public BenchTasksClient Client => _host.Services.GetRequiredService<BenchTasksClient>();

    public RunLedger Ledger => _host.Services.GetRequiredService<RunLedger>();

    public LatencyLog Latencies => _host.Services.GetRequiredService<LatencyLog>();

    public HoldGate Gate => _host.Services.GetRequiredService<HoldGate>();

    /// <summary>Makes the host. Tasks can be dispatched at once; none runs before <see cref="StartWorkerAsync"/>.</summary>
    public static BenchHost Create(BenchHostSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);

        // The standard output of a worker process is its report.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddMetrics().AddSingleton<RunLedger>().AddSingleton<LatencyLog>().AddSingleton<HoldGate>();
        var tasks = builder.Services.AddTaskGen(options => options.Namespace = settings.Namespace);
        (settings.Redis is null ? tasks.UseInMemory() : tasks.UseRedis(settings.Redis))
            .AddGeneratedTasks()
            .AddWorker(worker =>
            {
                worker.LeaseDuration = settings.Lease ?? worker.LeaseDuration;
                worker.Queue(BenchTasks.Queue, queue => queue.Concurrency = settings.Concurrency);
            });
        return new BenchHost(builder.Build(), settings);
    }

    public Task StartWorkerAsync(CancellationToken cancellationToken) => _host.StartAsync(cancellationToken);

    public Task StopWorkerAsync() => _host.StopAsync(CancellationToken.None);

    /// <summary>Starts the worker on a queue that was filled before, waits until all have run, and stops it.</summary>
    /// <param name="count">How many tasks wait.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What it took.</returns>
    public async Task<DrainFigures> DrainAsync(int count, CancellationToken cancellationToken)
    {
        var all = Ledger.ExpectAsync(count);
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        await StartWorkerAsync(cancellationToken);
        await WaitAsync(all, count, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        var figures = new DrainFigures(elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds, process.WorkingSet64, 0);

        // What it still settles counts for Redis, which is read after this, and not for the worker.
        await StopWorkerAsync();
        return figures with { Repeats = Ledger.Runs - count };
    }

    /// <summary>A task that is lost would be waited for for ever. No broker that is worth measuring is as slow as this limit.</summary>
    private async Task WaitAsync(Task all, int count, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(60 + (count / 1_000));
        try
        {
            await all.WaitAsync(limit, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"After {limit.TotalSeconds:N0} s only {Ledger.Distinct:N0} of {count:N0} tasks have run."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            _host.Dispose();
        }
    }
}
