using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Creates the hosts of the sample.</summary>
internal static class SampleHost
{
    /// <summary>The maximum number of tasks of the queue <c>io_intensive</c> that run at the same time in the tour.</summary>
    public const int TourIoConcurrency = 4;

    private const string Namespace = "sample";
    private const int TourConcurrency = 2;

    /// <summary>Creates a host with a client and a worker for the tour.</summary>
    /// <param name="servers">The servers that store tasks and data.</param>
    /// <param name="outputs">
    /// The destinations of mail and reports. The default is a temporary folder, which is deleted when the tour ends.
    /// </param>
    /// <returns>The host.</returns>
    public static IHost CreateTour(Servers servers, Outputs outputs)
    {
        // In the tour, some attempts fail intentionally, and the tour shows their errors, so only critical messages are logged.
        var builder = CreateBuilder(servers, LogLevel.Critical);
        SampleServices.AddOutputs(builder.Services, provider => outputs.In(provider.GetRequiredService<TemporaryFolder>().Path));
        TourSteps.Add(builder.Services);

        // On Redis, each tour has a separate namespace, so that its dispatches do not join tasks of an earlier tour and other workers do
        // not run its tasks.
        AddTasks(builder, servers, servers.Redis is null ? Namespace : $"{Namespace}.tour.{Guid.NewGuid():N}")
            .AddWorker(worker => AddQueues(worker, Environment.ProcessorCount, TourIoConcurrency, TourConcurrency));
        return builder.Build();
    }

    /// <summary>Creates a host with a worker for tasks that other processes dispatch.</summary>
    /// <param name="servers">The servers that store tasks and data.</param>
    /// <param name="outputs">The destinations of mail and reports. The default is the current folder.</param>
    /// <param name="settings">The settings of the worker.</param>
    /// <returns>The host.</returns>
    public static IHost CreateWorker(Servers servers, Outputs outputs, WorkerSettings settings)
    {
        var builder = CreateBuilder(servers, LogLevel.Warning);
        SampleServices.AddOutputs(builder.Services, _ => outputs.In(Environment.CurrentDirectory));
        AddTasks(builder, servers, Namespace).AddWorker(worker =>
        {
            worker.Name = settings.Name;
            worker.LeaseDuration = settings.Lease;
            AddQueues(worker, settings.Concurrency, settings.Concurrency, settings.Concurrency);
        });
        return builder.Build();
    }

    /// <summary>Creates a host with a client that dispatches tasks to workers in other processes.</summary>
    /// <param name="servers">The servers that store tasks and data.</param>
    /// <returns>The host.</returns>
    public static IHost CreateClient(Servers servers)
    {
        var builder = CreateBuilder(servers, LogLevel.Warning);
        builder.Services.AddSingleton<Dispatch>();
        AddTasks(builder, servers, Namespace);
        return builder.Build();
    }

    private static HostApplicationBuilder CreateBuilder(Servers servers, LogLevel level)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(level);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(servers)
            .AddSingleton<TemporaryFolder>()
            .AddSingleton(AnsiConsole.Console)
            .AddSingleton<ProgressView>();
        SampleServices.AddStores(builder.Services, servers);
        return builder;
    }

    private static TaskGenBuilder AddTasks(HostApplicationBuilder builder, Servers servers, string name)
    {
        var tasks = builder.Services.AddTaskGen(options => options.Namespace = name).AddGeneratedTasks();
        return servers.Redis is { } configuration ? tasks.UseRedis(configuration) : tasks.UseInMemory();
    }

    private static void AddQueues(WorkerOptions worker, int concurrency, int ioConcurrency, int cpuConcurrency) => worker
        .Queue("default", queue => queue.Concurrency = concurrency)
        // <snippet QueuesStep>
        .Queue("io_intensive",
            queue => queue.Concurrency = ioConcurrency)
        .Queue("cpu_intensive", queue =>
        {
            queue.Concurrency = cpuConcurrency;
            queue.DedicatedThreads = true;
        });
    // </snippet>
}
