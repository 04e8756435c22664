using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>
/// Client and worker of the sample in this process, embedded on SQLite or on Redis and PostgreSQL, with its tables and users made.
/// </summary>
internal sealed class SampleApplication : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly DirectoryInfo _folder;

    private SampleApplication(IHost host, DirectoryInfo folder, string? connectionString)
    {
        _host = host;
        _folder = folder;
        ConnectionString = connectionString;
    }

    /// <summary>For Npgsql; null on SQLite.</summary>
    public string? ConnectionString { get; }

    public IServiceProvider Services => _host.Services;

    public ITaskClient Tasks => Of<ITaskClient>();

    public SampleDatabase Database => Of<SampleDatabase>();

    public string Reports => Path.Combine(_folder.FullName, "reports");

    public string Mail => Path.Combine(_folder.FullName, "mail");

    /// <summary>Starts one.</summary>
    /// <param name="servers">The servers that there are.</param>
    /// <param name="onServers">Whether to use them.</param>
    /// <param name="concurrency">How many tasks of each queue run at once.</param>
    /// <param name="smtp">The SMTP server's port; without it mail goes into a folder.</param>
    public static async Task<SampleApplication> StartAsync(DataServers servers, bool onServers, int concurrency = 2, int? smtp = null)
    {
        var folder = Directory.CreateTempSubdirectory("taskgen-sample-test-");
        var connectionString = onServers ? await servers.CreateDatabaseAsync() : null;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Logging.AddProvider(new LogCollector());
        SampleServices.AddStores(builder.Services, new Servers(null, connectionString, Path.Combine(folder.FullName, "sample.db")));
        SampleServices.AddOutputs(
            builder.Services, _ => new Outputs(smtp is { } port ? new("127.0.0.1", port) : null, null, null).In(folder.FullName));
        var tasks = builder.Services.AddTaskGen(options => options.Namespace = $"sample.{Guid.NewGuid():N}").AddGeneratedTasks();
        (onServers ? tasks.UseRedis(await servers.GetRedisAsync()) : tasks.UseInMemory()).AddWorker(worker =>
        {
            foreach (var queue in new[] { "default", "io_intensive", "cpu_intensive" })
            {
                worker.Queue(queue, options => options.Concurrency = concurrency);
            }
        });

        var application = new SampleApplication(builder.Build(), folder, connectionString);
        await application.Database.CreateAsync(CancellationToken.None);
        await application.Of<IUserStore>().SeedAsync(CancellationToken.None);
        await application._host.StartAsync();
        return application;
    }

    public T Of<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Imports the data set.</summary>
    public async Task<Dataset> ImportAsync() =>
        (await FlightImport.RunAsync(Database, Of<IDatasetStore>(), CancellationToken.None)).Dataset;

    /// <summary>Reads a number from the database.</summary>
    public async Task<int> CountAsync(string sql)
    {
        await using var session = await Database.ReadAsync(CancellationToken.None);
        return await session.CountAsync(sql, CancellationToken.None);
    }

    /// <summary>Runs a statement in the database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var session = await Database.WriteAsync(LockPatience.Ample, CancellationToken.None);
        await session.ExecuteAsync(sql, [], CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyList<Guid>> DeadLettersAsync(string queue) =>
        [.. (await Of<IBroker>().ReadDeadLettersAsync(queue, 0, 100, CancellationToken.None)).Select(static letter => letter.Key.Id)];

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await Database.DisposeAsync();
        _host.Dispose();
        _folder.Delete(recursive: true);
    }
}
