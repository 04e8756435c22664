using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Puts the hosts of the sample together.</summary>
internal static class SampleHost
{
    /// <summary>How many tasks of <c>io_intensive</c> the tour runs at once.</summary>
    public const int TourIoConcurrency = 4;

    private const string Namespace = "sample";
    private const int TourConcurrency = 2;

    /// <summary>Client and worker in one process.</summary>
    /// <param name="servers">Where tasks and data are kept.</param>
    /// <param name="outputs">Where mail and reports go; what is not given is in the temporary folder and goes with it.</param>
    /// <returns>The host.</returns>
    public static IHost CreateTour(Servers servers, Outputs outputs)
    {
        // The tour itself tells of attempts that fail, and they are meant to; what else is worth a line is critical.
        var builder = CreateBuilder(servers, LogLevel.Critical);
        SampleServices.AddOutputs(builder.Services, provider => outputs.In(provider.GetRequiredService<TemporaryFolder>().Path));
        TourSteps.Add(builder.Services);

        // A tour on Redis keeps to itself: it joins no task of an earlier one, and no worker with another database takes its tasks.
        AddTasks(builder, servers, servers.Redis is null ? Namespace : $"{Namespace}.tour.{Guid.NewGuid():N}")
            .AddWorker(worker => AddQueues(worker, Environment.ProcessorCount, TourIoConcurrency, TourConcurrency));
        return builder.Build();
    }

    /// <summary>A worker for tasks that other processes dispatch.</summary>
    /// <param name="servers">Where tasks and data are kept.</param>
    /// <param name="outputs">Where mail and reports go; what is not given is in the current folder and stays.</param>
    /// <param name="settings">How it works.</param>
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

    /// <summary>A client of workers in other processes.</summary>
    /// <param name="servers">Where tasks and data are kept.</param>
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
