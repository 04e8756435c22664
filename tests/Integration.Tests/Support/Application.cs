using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>
/// Client and worker hosts of one application, in this process; they share a ledger and a log. All stop when it is disposed.
/// </summary>
internal sealed class Application : IAsyncDisposable
{
    public const string Namespace = "app";
    public const string Queue = "default";

    private readonly List<IHost> _hosts = [];

    public Ledger Ledger { get; } = new();

    public LogCollector Logs { get; } = new();

    /// <summary>A host without a worker.</summary>
    /// <param name="configuration">How to connect to Redis.</param>
    public IHost CreateClient(string configuration) => Build(tasks => tasks.UseRedis(configuration));

    /// <summary>A host with a worker, started.</summary>
    /// <param name="configuration">How to connect to Redis.</param>
    /// <param name="configure">Changes the worker; its queue is named already.</param>
    /// <param name="concurrency">How many tasks it runs at once.</param>
    public async Task<IHost> StartWorkerAsync(string configuration, Action<WorkerOptions>? configure = null, int concurrency = 8)
    {
        var host = Build(tasks => tasks.UseRedis(configuration).AddWorker(worker =>
        {
            worker.Queue(Queue, queue => queue.Concurrency = concurrency);
            worker.ShutdownTimeout = TimeSpan.FromSeconds(5);
            configure?.Invoke(worker);
        }));
        await host.StartAsync();
        return host;
    }

    /// <summary>A host that is put together by the test.</summary>
    public IHost Build(Action<TaskGenBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(Logs);
        builder.Services.AddSingleton(Ledger);
        configure(builder.Services.AddTaskGen(static options => options.Namespace = Namespace).AddGeneratedTasks());
        var host = builder.Build();
        _hosts.Add(host);
        return host;
    }

    public static LedgerTasksClient TasksOf(IHost host) => host.Services.GetRequiredService<LedgerTasksClient>();

    public static async Task<QueueCounts> CountAsync(IHost host) =>
        await host.Services.GetRequiredService<IBroker>().CountAsync(Queue, CancellationToken.None);

    public static async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(IHost host) =>
        await host.Services.GetRequiredService<IBroker>().ReadDeadLettersAsync(Queue, 0, 10_000, CancellationToken.None);

    /// <summary>Returns when the queue holds nothing that is still to end.</summary>
    /// <param name="host">Whose connection to use; not one that fails.</param>
    /// <param name="limit">How long to wait at most.</param>
    public async Task DrainAsync(IHost host, TimeSpan? limit = null)
    {
        var counts = default(QueueCounts);
        await Wait.UntilAsync(
            async () => (counts = await CountAsync(host)) is { Pending: 0, Delayed: 0, Leased: 0 },
            limit ?? Limits.Long,
            () => $"the queue holds {counts}\n{Logs.Tail()}");
    }

    /// <summary>Stops one host before the others.</summary>
    public async Task StopAsync(IHost host)
    {
        _hosts.Remove(host);
        await host.StopAsync();
        host.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Ledger.Open();
        await Task.WhenAll(_hosts.ToList().Select(StopAsync));
    }
}
