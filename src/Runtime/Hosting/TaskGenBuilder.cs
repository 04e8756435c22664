using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TaskGen.Brokers;

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

    internal List<JsonSerializerContext> JsonContexts { get; } = [];

    /// <summary>Keeps tasks in the memory of this process: nothing to install, and nothing left when the process ends.</summary>
    /// <returns>The builder.</returns>
    public TaskGenBuilder UseInMemory()
    {
        Services.Replace(ServiceDescriptor.Singleton<IBroker>(static services => new InMemoryBroker(
            services.GetRequiredService<TimeProvider>(), BrokerLimits.From(services.GetRequiredService<TaskGenOptions>()))));
        return this;
    }

    /// <summary>Runs tasks in this process, for the queues named.</summary>
    /// <param name="configure">Names the queues and how each is served.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">There is a worker already, or an option is not valid; the message lists what is wrong.</exception>
    public TaskGenBuilder AddWorker(Action<WorkerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        if (Services.Any(static service => service.ServiceType == typeof(WorkerOptions)))
        {
            throw new InvalidOperationException("AddWorker was called twice. One worker serves any number of queues: name them all in one call.");
        }

        var options = new WorkerOptions();
        configure(options);
        options.Validate();
        Services.AddSingleton(options);
        Services.AddSingleton<TaskWorker>();
        Services.AddSingleton<IHostedService>(static services => services.GetRequiredService<TaskWorker>());
        return this;
    }

    /// <summary>Adds a source-generated context for payload and result types. <c>[assembly: TaskJsonContext&lt;T&gt;]</c> does the same.</summary>
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
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">Another task has the same name on the wire.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskGenBuilder AddTask<TTask, TArgs, TResult>()
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        Table.Add(new TaskEntry<TTask, TArgs, TResult>());
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
}
