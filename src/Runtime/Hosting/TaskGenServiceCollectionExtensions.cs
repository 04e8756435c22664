using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Client;
using TaskGen.Definitions;
using TaskGen.Handles;
using TaskGen.Options;
using TaskGen.Primitives;
using TaskGen.Serialization;
using TaskGen.Telemetry;
using TaskGen.Worker;

namespace TaskGen;

/// <summary>Provides the extension method that adds TaskGen to the services of a host.</summary>
public static class TaskGenServiceCollectionExtensions
{
    /// <summary>
    /// Adds the TaskGen client to the services of a host and returns a builder for the broker, the tasks, and the worker.
    /// </summary>
    /// <remarks>
    /// On the builder, call <see cref="TaskGenBuilder.UseInMemory"/> or
    /// <see cref="TaskGenBuilder.UseRedis(string, Action{RedisOptions}?)"/>, then the generated <c>AddGeneratedTasks</c>, and then
    /// <see cref="TaskGenBuilder.AddWorker"/> if this process runs tasks.
    /// </remarks>
    /// <example>
    /// <code>
    /// var builder = Host.CreateApplicationBuilder(args);
    /// builder.Services.AddTaskGen(options =&gt; options.Namespace = "shop")
    ///     .UseRedis("localhost:6379")
    ///     .AddGeneratedTasks()
    ///     .AddWorker(worker =&gt; worker.Queue("default"));
    /// await builder.Build().RunAsync();
    /// </code>
    /// </example>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">A delegate that changes the options; <see langword="null"/> keeps the defaults.</param>
    /// <returns>The builder. A second call returns the same builder.</returns>
    /// <exception cref="InvalidOperationException">An option is not valid. The message lists all problems.</exception>
    public static TaskGenBuilder AddTaskGen(this IServiceCollection services, Action<TaskGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = Find<TaskGenBuilder>(services) ?? AddCore(services);
        var options = Find<TaskGenOptions>(services)!;
        configure?.Invoke(options);
        options.Validate();
        return builder;
    }

    private static TaskGenBuilder AddCore(IServiceCollection services)
    {
        var builder = new TaskGenBuilder(services, new TaskTable());
        services.AddSingleton(builder);
        services.AddSingleton(builder.Table);
        services.AddSingleton(new TaskGenOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.TryAddSingleton(new Chance(new Random()));
        services.TryAddSingleton(static provider => new TaskGenMetrics(provider.GetService<System.Diagnostics.Metrics.IMeterFactory>()));
        services.TryAddSingleton<IBroker>(static _ => throw new InvalidOperationException(
            "No broker is configured. Call UseRedis(...) or UseInMemory() on the builder that AddTaskGen returns."));
        services.TryAddSingleton(static provider => new BrokerOutage(
            new GuardedLogger(provider.GetRequiredService<ILoggerFactory>().CreateLogger("TaskGen.Broker")),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new HostJson(TaskJson.Create(
            provider.GetRequiredService<TaskGenOptions>().Json, provider.GetRequiredService<TaskGenBuilder>().JsonContexts)));
        services.TryAddSingleton(static provider => new TaskWatcher(
            provider.GetRequiredService<IBroker>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("TaskGen.Client"),
            provider.GetRequiredService<BrokerOutage>()));
        services.TryAddSingleton(static provider => new CanvasReader(provider.GetRequiredService<IBroker>()));
        services.TryAddSingleton<TaskInputs>();
        services.TryAddSingleton(static provider =>
            new TaskCanceler(provider.GetRequiredService<IBroker>(), provider.GetRequiredService<ICanvasRelay>()));
        services.TryAddSingleton<ICanvasRelay>(static provider =>
        {
            var broker = provider.GetRequiredService<IBroker>();
            var logger = new GuardedLogger(provider.GetRequiredService<ILoggerFactory>().CreateLogger("TaskGen.Canvas"));
            var starter = new CanvasStarter(
                broker,
                provider.GetRequiredService<CanvasReader>(),
                provider.GetRequiredService<TaskGenOptions>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<TaskGenMetrics>());
            return new CanvasRelay(broker, new CanvasCarrier(broker, starter, logger), provider.GetRequiredService<BrokerOutage>(), logger);
        });
        services.TryAddSingleton<ITaskClient>(static provider =>
        {
            var broker = provider.GetRequiredService<IBroker>();
            var json = provider.GetRequiredService<HostJson>().Options;
            var time = provider.GetRequiredService<TimeProvider>();
            return new TaskClient(
                broker,
                provider.GetRequiredService<TaskTable>(),
                provider.GetRequiredService<TaskGenOptions>(),
                json,
                time,
                new BrokerHandleSource(
                    broker,
                    provider.GetRequiredService<TaskWatcher>(),
                    provider.GetRequiredService<TaskCanceler>(),
                    provider.GetRequiredService<CanvasReader>(),
                    new UnfinishedTasks(
                        broker,
                        provider.GetRequiredService<TaskTable>(),
                        provider.GetService<WorkerOptions>(),
                        provider.GetRequiredService<TaskGenOptions>()),
                    json,
                    time),
                provider.GetRequiredService<TaskGenMetrics>(),
                provider.GetRequiredService<ICanvasRelay>());
        });
        services.TryAddSingleton(static provider => new TaskRegistry(
            provider.GetRequiredService<ITaskClient>(),
            provider.GetRequiredService<TaskTable>(),
            provider.GetRequiredService<TaskGenOptions>(),
            provider.GetRequiredService<HostJson>().Options));
        services.TryAddSingleton<ITaskRegistry>(static provider => provider.GetRequiredService<TaskRegistry>());
        services.TryAddSingleton(static provider => new ConditionalDispatcher(
            provider.GetRequiredService<TaskRegistry>(), provider.GetRequiredService<TaskGenBuilder>().Conditions));
        services.TryAddSingleton(static provider => new WorkerServices(
            provider.GetRequiredService<IBroker>(),
            provider.GetRequiredService<TaskTable>(),
            provider.GetRequiredService<TaskGenOptions>(),
            provider.GetRequiredService<WorkerOptions>(),
            provider.GetRequiredService<HostJson>().Options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Chance>(),
            provider.GetRequiredService<TaskGenMetrics>(),
            provider.GetRequiredService<BrokerOutage>(),
            provider.GetRequiredService<TaskInputs>(),
            provider.GetRequiredService<TaskCanceler>(),
            provider.GetRequiredService<ICanvasRelay>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<ILoggerFactory>()));
        return builder;
    }

    private static T? Find<T>(IServiceCollection services)
        where T : class =>
        services.FirstOrDefault(static service => service.ServiceType == typeof(T))?.ImplementationInstance as T;
}
