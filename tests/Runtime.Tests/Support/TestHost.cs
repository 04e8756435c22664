using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>A client, any number of workers and one in-memory broker on a virtual clock.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    /// <summary>Far above what anything here takes: reaching it is a failure and not a wait.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<ServiceProvider> _providers = [];
    private readonly List<TaskWorker> _workers = [];

    public TestHost(Action<TaskGenOptions>? configure = null)
    {
        Broker = new InMemoryBroker(Time, new BrokerLimits(TimeSpan.FromDays(30), 100_000));
        Services = Build(configure, null);
        Client = Services.GetRequiredService<ITaskClient>();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public InMemoryBroker Broker { get; }

    public Script Script { get; } = new();

    public LogCollector Logs { get; } = new();

    public ServiceProvider Services { get; }

    public ITaskClient Client { get; }

    public async Task<TaskWorker> StartWorkerAsync(Action<WorkerOptions>? configure = null)
    {
        var worker = Build(null, configure ?? (static options => options.Queue("default", static queue => queue.Concurrency = 4))).GetRequiredService<TaskWorker>();
        _workers.Add(worker);
        await worker.StartAsync(CancellationToken.None);
        return worker;
    }

    public Task<TaskHandle<string>> DelayAsync<TProfile>(string text, EnqueueOptions? options = null)
        where TProfile : IProfile =>
        Client.EnqueueAsync<Scripted<TProfile>, ScriptedArgs, string, TaskHandle<string>>(new ScriptedArgs(text), options);

    public Task<IReadOnlyList<TaskHandle<string>>> DelayManyAsync<TProfile>(IEnumerable<string> texts, EnqueueOptions? options = null)
        where TProfile : IProfile =>
        Client.EnqueueManyAsync<Scripted<TProfile>, ScriptedArgs, string, TaskHandle<string>>(texts.Select(static text => new ScriptedArgs(text)), options);

    /// <summary>Waits for the result in real time, so that a hang is a failure.</summary>
    public static Task<string> ResultAsync(TaskHandle<string> handle) => handle.GetAsync().WaitAsync(Patience);

    public static Task<TaskFailedException> FailureAsync(TaskHandle<string> handle) =>
        Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync().WaitAsync(Patience));

    /// <summary>Waits until the task is in a state: by looking, since states in the middle of a life have no event.</summary>
    public static async Task<TaskSnapshot> UntilAsync(TaskHandle handle, Func<TaskSnapshot, bool> holds)
    {
        var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var snapshot = await handle.GetSnapshotAsync(limit.Token);
            if (holds(snapshot))
            {
                return snapshot;
            }

            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public static Task<TaskSnapshot> UntilAsync(TaskHandle handle, TaskState state) => UntilAsync(handle, snapshot => snapshot.State == state);

    /// <summary>Waits until something holds that has no event.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var limit = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(string queue = "default") =>
        await Broker.ReadDeadLettersAsync(queue, 0, 100, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            // A test that ends with deaf handlers does not wait for them.
            await worker.StopAsync(new CancellationToken(canceled: true));
        }

        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    private ServiceProvider Build(Action<TaskGenOptions>? configure, Action<WorkerOptions>? worker)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(new Chance(new Random(1)));
        services.AddSingleton(Script);
        services.AddSingleton<IBroker>(Broker);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        var builder = services.AddTaskGen(configure);
        builder.AddTask<Scripted<Profiles.Plain>, ScriptedArgs, string>()
            .AddTask<Scripted<Profiles.Retrying>, ScriptedArgs, string>()
            .AddTask<Scripted<Profiles.Idempotent>, ScriptedArgs, string>()
            .AddTask<Scripted<Profiles.Ignored>, ScriptedArgs, string>()
            .AddTask<Scripted<Profiles.Limited>, ScriptedArgs, string>()
            .AddTask<Scripted<Profiles.Expiring>, ScriptedArgs, string>()
            .AddTask<Scripted<Profiles.Cpu>, ScriptedArgs, string>();
        if (worker is not null)
        {
            builder.AddWorker(worker);
        }

        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider;
    }
}
