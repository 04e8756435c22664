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

/// <summary>Configures TaskGen in a host: the broker, the tasks, the conditions, and, if the process runs tasks, the worker.</summary>
public sealed class TaskGenBuilder
{
    private readonly HashSet<Type> _modules = [];

    internal TaskGenBuilder(IServiceCollection services, TaskTable table)
    {
        Services = services;
        Table = table;
    }

    /// <summary>Gets the service collection of the host.</summary>
    public IServiceCollection Services { get; }

    internal TaskTable Table { get; }

    internal ConditionTable Conditions { get; } = new();

    internal List<JsonSerializerContext> JsonContexts { get; } = [];

    /// <summary>Uses the in-memory broker, which stores tasks in the memory of this process.</summary>
    /// <remarks>All tasks, results, and dead letters are lost when the process ends. Other processes cannot access them.</remarks>
    /// <returns>The builder.</returns>
    public TaskGenBuilder UseInMemory()
    {
        Services.Replace(ServiceDescriptor.Singleton<IBroker>(static services => new InMemoryBroker(
            services.GetRequiredService<TimeProvider>(), BrokerLimits.From(services.GetRequiredService<TaskGenOptions>()))));
        return this;
    }

    /// <summary>Uses a broker that stores tasks in Redis 7.0 or later, shared by any number of processes.</summary>
    /// <remarks>TaskGen opens its connections itself and does not share them with the application.</remarks>
    /// <param name="configuration">The configuration string for StackExchange.Redis, such as <c>localhost:6379</c>.</param>
    /// <param name="configure">A delegate that changes the Redis options; <see langword="null"/> keeps the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">
    /// The configuration string is empty or not valid, or it disables a command that TaskGen requires.
    /// </exception>
    public TaskGenBuilder UseRedis(string configuration, Action<RedisOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        return UseRedis(ConfigurationOptions.Parse(configuration), configure);
    }

    /// <summary>Uses a broker that stores tasks in Redis 7.0 or later, with the connection options specified.</summary>
    /// <param name="configuration">
    /// The connection options, which are copied. In the copy, the channel prefix, the tie-breaker, and the configuration channel are reset,
    /// so that the Redis user only needs access to the keys and channels with one prefix.
    /// </param>
    /// <param name="configure">A delegate that changes the Redis options; <see langword="null"/> keeps the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The options disable a command that TaskGen requires.</exception>
    public TaskGenBuilder UseRedis(ConfigurationOptions configuration, Action<RedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var copy = ConnectionRules.ForOwn(configuration);
        return UseRedis(_ => new ServerConnections(copy), configure);
    }

    /// <summary>Uses a broker that stores tasks in Redis 7.0 or later, over an existing connection of the application.</summary>
    /// <remarks>
    /// Use this overload in processes that only dispatch tasks. A worker requires separate connections and does not start with this
    /// overload.
    /// </remarks>
    /// <param name="connection">The connection. The application can continue to use it, and TaskGen does not close it.</param>
    /// <param name="configure">A delegate that changes the Redis options; <see langword="null"/> keeps the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">
    /// The connection has a channel prefix, or disables a command that TaskGen requires.
    /// </exception>
    public TaskGenBuilder UseRedis(IConnectionMultiplexer connection, Action<RedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ConnectionRules.CheckShared(connection);
        return UseRedis(_ => new ServerConnections(connection), configure);
    }

    /// <summary>Uses a broker that stores tasks in Redis 7.0 or later, with connection options that depend on services.</summary>
    /// <param name="configuration">
    /// A delegate that creates the connection options from the services of the host, for example because a password is not yet available
    /// when the host is configured.
    /// </param>
    /// <param name="configure">A delegate that changes the Redis options; <see langword="null"/> keeps the defaults.</param>
    /// <returns>The builder.</returns>
    public TaskGenBuilder UseRedis(Func<IServiceProvider, ConfigurationOptions> configuration, Action<RedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return UseRedis(services => new ServerConnections(configuration(services)), configure);
    }

    /// <summary>Adds a worker, which runs the tasks of the specified queues in this process.</summary>
    /// <remarks>A host has at most one worker, which serves any number of queues. It starts and stops with the host.</remarks>
    /// <example>
    /// <code>
    /// builder.Services.AddTaskGen()
    ///     .UseInMemory()
    ///     .AddGeneratedTasks()
    ///     .AddWorker(worker =&gt; worker
    ///         .Queue("default")
    ///         .Queue("images", queue =&gt; queue.Concurrency = 2));
    /// </code>
    /// </example>
    /// <param name="configure">A delegate that adds the queues and changes the options of the worker.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">
    /// A worker has already been added, or an option is not valid. The message lists all problems.
    /// </exception>
    public TaskGenBuilder AddWorker(Action<WorkerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        if (Services.Any(static service => service.ServiceType == typeof(WorkerOptions)))
        {
            throw new InvalidOperationException(
                "AddWorker was called twice. One worker can serve any number of queues, so add all queues in a single call.");
        }

        var options = new WorkerOptions();
        configure(options);
        options.Validate();
        Services.AddSingleton(options);
        Services.AddSingleton<TaskWorker>();
        Services.AddSingleton<ITaskWorkerStatus>(static services => services.GetRequiredService<TaskWorker>());
        Services.AddSingleton<IHostedService>(static services => services.GetRequiredService<TaskWorker>());
        return this;
    }

    /// <summary>
    /// Adds a source-generated JSON context with the JSON metadata of parameter and result types. <see cref="TaskJsonContextAttribute{T}"/>
    /// has the same effect.
    /// </summary>
    /// <param name="context">The JSON context.</param>
    /// <returns>The builder.</returns>
    public TaskGenBuilder AddJsonContext(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        JsonContexts.Add(context);
        return this;
    }

    /// <summary>Adds the tasks of one assembly; a second call for the same module has no effect. Called by generated code.</summary>
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
    /// <typeparam name="TArgs">The type of the payload.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="THandle">The type of the handle that a dispatch returns.</typeparam>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">Another task has the same wire name or alias.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskGenBuilder AddTask<TTask, TArgs, TResult, THandle>()
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        Table.Add(new TaskEntry<TTask, TArgs, TResult, THandle>());
        return this;
    }

    /// <summary>
    /// Adds a condition that rules use as a <c>custom_function</c>. <see cref="ConditionAttribute"/> on a static method has the same
    /// effect.
    /// </summary>
    /// <param name="name">
    /// The name that rules use for the condition: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>.
    /// </param>
    /// <param name="condition">
    /// A delegate that receives the data and the <c>params</c> of the rule, and returns <see langword="true"/> if the condition is met.
    /// </param>
    /// <param name="declaration">The name of the method that declares the condition, for error messages.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    /// <exception cref="InvalidOperationException">Another condition has the same name.</exception>
    public TaskGenBuilder AddCondition(string name, Func<JsonElement, JsonElement, bool> condition, string? declaration = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Conditions.Add(WireNames.Check(name, "condition", nameof(name)), condition, declaration);
        return this;
    }

    /// <summary>Adds the generated client for one class that contains tasks. Called by generated code.</summary>
    /// <typeparam name="TClient">The type of the generated client.</typeparam>
    /// <param name="create">A delegate that creates the client.</param>
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
            var logger = new GuardedLogger(services.GetRequiredService<ILoggerFactory>().CreateLogger("TaskGen.Redis"));
            if (!settings.HasNamespace)
            {
                LogMessages.DefaultNamespace(logger, settings.Namespace);
            }

            return new RedisBroker(
                new ScriptRunner(connect(services), settings.Namespace, clock: null),
                new ServerCheck(options, services.GetRequiredService<TimeProvider>(), logger),
                BrokerLimits.From(settings));
        }));
        return this;
    }
}
