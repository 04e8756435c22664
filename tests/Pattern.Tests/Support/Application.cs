using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Pattern.Tests;

/// <summary>
/// The hosts of one application, in this process: a client, and workers apart from it. On Redis each has connections of its own, as
/// processes do; the embedded broker cannot be seen from another process, so there they are hosts with a client each around one broker.
/// </summary>
internal sealed class Application : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskgen-pattern-");
    private readonly List<IHost> _hosts = [];
    private readonly Action<TaskGenOptions>? _options;
    private readonly string _namespace = $"patterns.{Guid.NewGuid():N}";
    private readonly string? _redis;
    private readonly string? _postgres;
    private readonly int? _smtp;

    private Application(string? redis, string? postgres, int? smtp, Action<TaskGenOptions>? options)
    {
        (_redis, _postgres, _smtp, _options) = (redis, postgres, smtp, options);
        Caller = Build();
    }

    /// <summary>A host without a worker.</summary>
    public IHost Caller { get; }

    /// <summary>What the tasks of all hosts tell, and wait for.</summary>
    public Probe Probe { get; } = new();

    public ITaskClient Tasks => Of<ITaskClient>();

    public SampleDatabase Database => Of<SampleDatabase>();

    public string Reports => Path.Combine(_folder.FullName, "reports");

    /// <summary>An application without a database and without a worker yet.</summary>
    public static async Task<Application> StartAsync(DataServers servers, Backend backend, Action<TaskGenOptions>? options = null) =>
        new(backend == Backend.Memory ? null : await servers.GetRedisAsync(), null, null, options);

    /// <summary>An application with the tables and users of the sample.</summary>
    /// <param name="servers">The servers that there are.</param>
    /// <param name="backend">Whether to use them.</param>
    /// <param name="smtp">The SMTP server's port; without it mail goes into a folder.</param>
    /// <param name="options">What all hosts agree on.</param>
    public static async Task<Application> StartWithDataAsync(
        DataServers servers, Backend backend, int? smtp = null, Action<TaskGenOptions>? options = null)
    {
        var isEmbedded = backend == Backend.Memory;
        var application = new Application(
            isEmbedded ? null : await servers.GetRedisAsync(), isEmbedded ? null : await servers.CreateDatabaseAsync(), smtp, options);
        await application.Database.CreateAsync(CancellationToken.None);
        await application.Of<IUserStore>().SeedAsync(CancellationToken.None);
        return application;
    }

    public T Of<T>()
        where T : notnull => Caller.Services.GetRequiredService<T>();

    /// <summary>The client of another process: not the one that dispatched, and not a worker.</summary>
    public ITaskClient AddCaller() => Build().Services.GetRequiredService<ITaskClient>();

    /// <summary>A client of the generated kind in another process.</summary>
    public T AddCaller<T>()
        where T : notnull => Build().Services.GetRequiredService<T>();

    /// <summary>A worker that serves queues.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="concurrency">How many tasks of each queue run at once.</param>
    /// <param name="queues">The queues.</param>
    public Task<IHost> StartWorkerAsync(string name, int concurrency, params string[] queues) =>
        StartWorkerAsync(worker =>
        {
            worker.Name = name;
            foreach (var queue in queues)
            {
                worker.Queue(queue, options => options.Concurrency = concurrency);
            }
        });

    /// <summary>A worker that is put together by the test.</summary>
    public async Task<IHost> StartWorkerAsync(Action<WorkerOptions> configure, Action<BrokerTap>? tap = null)
    {
        var host = Build(configure, tap);
        await host.StartAsync();
        return host;
    }

    /// <summary>Stops one host before the others.</summary>
    public async Task StopAsync(IHost host)
    {
        _hosts.Remove(host);
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>Returns when a task is as wanted: by looking, since states in the middle of a life have no event.</summary>
    public static async Task<TaskSnapshot> UntilAsync(TaskHandle handle, Func<TaskSnapshot, bool> holds)
    {
        TaskSnapshot? snapshot = null;
        await Wait.UntilAsync(
            async () => holds(snapshot = await handle.GetSnapshotAsync()), Limits.Long, () => $"the task is not so: {snapshot}");
        return snapshot!;
    }

    public async Task<QueueCounts> CountAsync(string queue) => await Of<IBroker>().CountAsync(queue, CancellationToken.None);

    public async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(string queue) =>
        await Of<IBroker>().ReadDeadLettersAsync(queue, 0, 100, CancellationToken.None);

    /// <summary>Imports the data set of the sample.</summary>
    public async Task<Dataset> ImportAsync() =>
        (await FlightImport.RunAsync(Database, Of<IDatasetStore>(), CancellationToken.None)).Dataset;

    /// <summary>Reads a number from the database.</summary>
    public async Task<int> CountRowsAsync(string sql)
    {
        await using var session = await Database.ReadAsync(CancellationToken.None);
        return await session.CountAsync(sql, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Probe.OpenAll();

        // The caller's last: it owns the embedded broker.
        foreach (var host in Enumerable.Reverse(_hosts).ToList())
        {
            await host.StopAsync();
            if (host.Services.GetService<SampleDatabase>() is { } database && _postgres is not null)
            {
                await database.DisposeAsync();
            }

            host.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private IHost Build(Action<WorkerOptions>? worker = null, Action<BrokerTap>? tap = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(Probe).AddScoped<UnitOfWork>();
        SampleServices.AddStores(builder.Services, new Servers(null, _postgres, Path.Combine(_folder.FullName, "sample.db")));
        SampleServices.AddOutputs(
            builder.Services, _ => new Outputs(_smtp is { } port ? new("127.0.0.1", port) : null, null, null).In(_folder.FullName));
        var tasks = builder.Services.AddTaskGen(options =>
        {
            options.Namespace = _namespace;
            _options?.Invoke(options);
        }).AddGeneratedTasks();
        UseBroker(tasks, tap);
        if (worker is not null)
        {
            tasks.AddWorker(options =>
            {
                options.ShutdownTimeout = TimeSpan.FromSeconds(5);
                worker(options);
            });
        }

        var host = builder.Build();
        _hosts.Add(host);
        return host;
    }

    private void UseBroker(TaskGenBuilder tasks, Action<BrokerTap>? tap)
    {
        if (_redis is { } configuration)
        {
            tasks.UseRedis(configuration);
        }
        else if (_hosts.Count == 0)
        {
            tasks.UseInMemory();
        }
        else
        {
            tasks.Services.Remove(BrokerOf(tasks));
            tasks.Services.AddSingleton(Of<IBroker>());
        }

        if (tap is not null)
        {
            var broker = BrokerOf(tasks);
            tasks.Services.Remove(broker);
            tasks.Services.AddSingleton(services =>
            {
                var between = BrokerTap.Before((IBroker)(broker.ImplementationInstance ?? broker.ImplementationFactory!(services)));
                tap(between);
                return (IBroker)(object)between;
            });
        }
    }

    private static ServiceDescriptor BrokerOf(TaskGenBuilder tasks) =>
        tasks.Services.Single(static service => service.ServiceType == typeof(IBroker));
}
