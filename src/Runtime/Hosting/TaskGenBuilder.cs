using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TaskGen.Brokers;
using TaskGen.Brokers.InMemory;
using TaskGen.Brokers.Redis;
using TaskGen.Conditions;
using TaskGen.Definitions;
using TaskGen.Primitives;
using TaskGen.Telemetry;
using TaskGen.Worker;

namespace TaskGen;

/// <summary>Puts TaskGen together: a broker, the generated tasks, and a worker where this process shall run them.</summary>
public sealed class TaskGenBuilder
{
    private readonly HashSet<Type> _modules = [];

    internal TaskGenBuilder(IServiceCollection services, TaskTable table)
    {
        Services = services;
        Table = table;
    }

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    internal TaskTable Table { get; }

    internal ConditionTable Conditions { get; } = new();

    internal List<JsonSerializerContext> JsonContexts { get; } = [];

    /// <summary>Keeps tasks in the memory of this process: nothing to install, and nothing left when the process ends.</summary>
    /// <returns>The builder.</returns>
    public TaskGenBuilder UseInMemory()
    {
        Services.Replace(ServiceDescriptor.Singleton<IBroker>(static services => new InMemoryBroker(
            services.GetRequiredService<TimeProvider>(), BrokerLimits.From(services.GetRequiredService<TaskGenOptions>()))));
        return this;
    }

    /// <summary>
    /// Keeps tasks in Redis 7.0 or later (or what speaks like it): shared by any number of processes. The runtime makes connections of its
    /// own.
    /// </summary>
    /// <param name="configuration">A StackExchange.Redis configuration string, such as <c>localhost:6379</c>.</param>
    /// <param name="configure">Changes what is expected of the server.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The text is no configuration, or an option is not valid.</exception>
    public TaskGenBuilder UseRedis(string configuration, Action<RedisOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        return UseRedis(ConfigurationOptions.Parse(configuration), configure);
    }

    /// <summary>Keeps tasks in Redis.</summary>
    /// <param name="configuration">
    /// How to connect. It is copied; tie-breaker and configuration channel are switched off, so that an ACL of one prefix is enough.
    /// </param>
    /// <param name="configure">Changes what is expected of the server.</param>
    /// <returns>The builder.</returns>
    public TaskGenBuilder UseRedis(ConfigurationOptions configuration, Action<RedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var copy = configuration.Clone();
        return UseRedis(_ => new ServerConnections(copy), configure);
    }

    /// <summary>
    /// Keeps tasks in Redis, over a connection that the application has already: for processes that only dispatch. A worker needs
    /// connections of its own.
    /// </summary>
    /// <param name="connection">The connection. It is shared and stays open.</param>
    /// <param name="configure">Changes what is expected of the server.</param>
    /// <returns>The builder.</returns>
    public TaskGenBuilder UseRedis(IConnectionMultiplexer connection, Action<RedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return UseRedis(_ => new ServerConnections(connection), configure);
    }

    /// <summary>Keeps tasks in Redis, connected as the services of the host say.</summary>
    /// <param name="configuration">
    /// Makes the configuration from the services: for secrets that are not there yet when the host is put together.
    /// </param>
    /// <param name="configure">Changes what is expected of the server.</param>
    /// <returns>The builder.</returns>
    public TaskGenBuilder UseRedis(Func<IServiceProvider, ConfigurationOptions> configuration, Action<RedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return UseRedis(services => new ServerConnections(configuration(services)), configure);
    }

    /// <summary>Runs tasks in this process, for the queues named.</summary>
    /// <param name="configure">Names the queues and how each is served.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is a worker already, or an option is not valid; the message lists what is wrong.
    /// </exception>
    public TaskGenBuilder AddWorker(Action<WorkerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        if (Services.Any(static service => service.ServiceType == typeof(WorkerOptions)))
        {
            throw new InvalidOperationException(
                "AddWorker was called twice. One worker serves any number of queues: name them all in one call.");
        }

        var options = new WorkerOptions();
        configure(options);
        options.Validate();
        Services.AddSingleton(options);
        Services.AddSingleton<TaskWorker>();
        Services.AddSingleton<IHostedService>(static services => services.GetRequiredService<TaskWorker>());
        return this;
    }

    /// <summary>
    /// Adds a source-generated context for payload and result types. <c>[assembly: TaskJsonContext&lt;T&gt;]</c> does the same.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <returns>The builder.</returns>
    public TaskGenBuilder AddJsonContext(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        JsonContexts.Add(context);
        return this;
    }

    /// <summary>Adds the tasks of one assembly, once. Called by generated code.</summary>
    /// <typeparam name="TModule">The generated module.</typeparam>
    /// <returns>The builder.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskGenBuilder AddModule<TModule>()
        where TModule : ITaskModule
    {
        if (_modules.Add(typeof(TModule)))
        {
            TModule.Register(this);
        }

        return this;
    }

    /// <summary>Adds one task. Called by generated code.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">Its payload.</typeparam>
    /// <typeparam name="TResult">What it returns.</typeparam>
    /// <typeparam name="THandle">What a dispatch of it returns.</typeparam>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">Another task has the same name on the wire.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskGenBuilder AddTask<TTask, TArgs, TResult, THandle>()
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        Table.Add(new TaskEntry<TTask, TArgs, TResult, THandle>());
        return this;
    }

    /// <summary>
    /// Adds a condition that rules name as a <c>custom_function</c>. <see cref="ConditionAttribute"/> on a static method does the same.
    /// </summary>
    /// <param name="name">Its name in rules: 1 to 200 characters out of A-Z, a-z, 0-9, '.', '_' and '-'.</param>
    /// <param name="condition">Takes the data and the rule's <c>params</c>, and says whether the condition holds.</param>
    /// <param name="declaration">What declares it, for messages.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    /// <exception cref="InvalidOperationException">Another condition has the same name.</exception>
    public TaskGenBuilder AddCondition(string name, Func<JsonElement, JsonElement, bool> condition, string? declaration = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Conditions.Add(WireNames.Check(name, "condition", nameof(name)), condition, declaration);
        return this;
    }

    /// <summary>Adds the client of one class of tasks. Called by generated code.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="create">Makes it.</param>
    /// <returns>The builder.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskGenBuilder AddClient<TClient>(Func<ITaskClient, TClient> create)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.TryAddSingleton(services => create(services.GetRequiredService<ITaskClient>()));
        return this;
    }

    private TaskGenBuilder UseRedis(Func<IServiceProvider, ServerConnections> connect, Action<RedisOptions>? configure)
    {
        var options = new RedisOptions();
        configure?.Invoke(options);
        Services.Replace(ServiceDescriptor.Singleton<IBroker>(services =>
        {
            var settings = services.GetRequiredService<TaskGenOptions>();
            var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("TaskGen.Redis");
            return new RedisBroker(
                new ScriptRunner(connect(services), settings.Namespace, clock: null),
                new ServerCheck(options, services.GetRequiredService<TimeProvider>(), new GuardedLogger(logger)),
                BrokerLimits.From(settings));
        }));
        return this;
    }
}
