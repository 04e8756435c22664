using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskGen;

namespace Reliability.Worker;

/// <summary>Puts the hosts together.</summary>
public static class ProbeHost
{
    /// <summary>A second queue that every worker serves, and so a second hash slot of a Cluster.</summary>
    public const string OtherQueue = "other";

    /// <summary>Client and worker in this process, with everything in memory.</summary>
    public static IHost CreateEmbedded(LedgerFile ledger, int concurrency)
    {
        var builder = CreateBuilder();

        // Whoever runs tasks that fail by design in its own process does not want to read of each.
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var settings = new WorkerSettings { Redis = "", Namespace = "embedded", Name = "embedded", Ledger = "", Concurrency = concurrency };
        builder.Services.AddSingleton(settings).AddSingleton(ledger);
        builder.Services.AddTaskGen().AddGeneratedTasks().UseInMemory().AddWorker(worker => AddQueues(worker, settings));
        return builder.Build();
    }

    /// <summary>A process that only dispatches. It need not be started.</summary>
    public static IHost CreateClient(string redis, string taskNamespace)
    {
        var builder = CreateBuilder();
        AddTasks(builder, redis, taskNamespace);
        return builder.Build();
    }

    internal static IHost CreateWorker(WorkerSettings settings, LedgerFile ledger)
    {
        var builder = CreateBuilder();
        builder.Services.AddSingleton(settings).AddSingleton(ledger);
        AddTasks(builder, settings.Redis, settings.Namespace).AddWorker(worker =>
        {
            worker.Name = settings.Name;
            worker.LeaseDuration = settings.Lease;
            worker.ShutdownTimeout = settings.Shutdown;
            worker.MaxCrashes = settings.MaxCrashes;
            AddQueues(worker, settings);
        });
        return builder.Build();
    }

    private static void AddQueues(WorkerOptions worker, WorkerSettings settings) => worker
        .Queue("default", queue => queue.Concurrency = settings.Concurrency)
        .Queue(OtherQueue, queue => queue.Concurrency = settings.Concurrency);

    private static HostApplicationBuilder CreateBuilder()
    {
        // No settings files and no reloading: a child is started twenty times and shall be quick.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(static console => console.SingleLine = true);
        return builder;
    }

    private static TaskGenBuilder AddTasks(HostApplicationBuilder builder, string redis, string taskNamespace) =>
        builder.Services.AddTaskGen(options => options.Namespace = taskNamespace).AddGeneratedTasks().UseRedis(redis);
}
