using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TaskGen.Brokers;
using TaskGen.Brokers.InMemory;
using TaskGen.Primitives;
using TaskGen.Worker;

namespace TaskGen.Tests;

/// <summary>A client, any number of workers and one in-memory broker on a virtual clock.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    /// <summary>Far above what anything here takes: reaching it is a failure and not a wait.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<ServiceProvider> _providers = [];
    private readonly List<TaskWorker> _workers = [];

    private readonly Action<TaskGenOptions>? _configure;
    private readonly Action<IServiceCollection>? _services;

    /// <param name="configure">Changes the options of the client and of all workers.</param>
    /// <param name="decorate">Puts something between everybody and the broker.</param>
    /// <param name="services">Adds to the services of everybody.</param>
    public TestHost(
        Action<TaskGenOptions>? configure = null,
        Func<IBroker, TimeProvider, IBroker>? decorate = null,
        Action<IServiceCollection>? services = null)
    {
        _configure = configure;
        _services = services;
        Broker = new InMemoryBroker(Time, new BrokerLimits(TimeSpan.FromDays(30), 100_000));
        UsedBroker = decorate?.Invoke(Broker, Time) ?? Broker;
        Services = Build(null);
        Client = Services.GetRequiredService<ITaskClient>();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public InMemoryBroker Broker { get; }

    /// <summary>What everybody uses: the broker, or what was put in front of it.</summary>
    public IBroker UsedBroker { get; }

    public Script Script { get; } = new();

    public LogCollector Logs { get; } = new();

    public ServiceProvider Services { get; }

    public ITaskClient Client { get; }

    public async Task<TaskWorker> StartWorkerAsync(Action<WorkerOptions>? configure = null)
    {
        var worker = Build(configure ?? (static options => options.Queue("default", static queue => queue.Concurrency = 4)))
            .GetRequiredService<TaskWorker>();
        _workers.Add(worker);
        await worker.StartAsync(CancellationToken.None);
        return worker;
    }

    /// <summary>A worker of one queue with so many slots.</summary>
    public Task<TaskWorker> StartWorkerAsync(
        int concurrency, bool dedicated = false, string queue = "default", Action<WorkerOptions>? configure = null) =>
        StartWorkerAsync(options =>
        {
            options.Queue(queue, settings => (settings.Concurrency, settings.DedicatedThreads) = (concurrency, dedicated));
            configure?.Invoke(options);
        });

    public ServiceProvider ProviderOf(TaskWorker worker) =>
        _providers.Single(provider => ReferenceEquals(provider.GetService<TaskWorker>(), worker));

    /// <summary>A client of a process of its own.</summary>
    public ITaskClient NewClient() => Build(null).GetRequiredService<ITaskClient>();

    public Task<TaskHandle<string>> DelayAsync<TProfile>(string text, EnqueueOptions? options = null)
        where TProfile : IProfile =>
        Client.EnqueueAsync<Scripted<TProfile>, ScriptedArgs, string, TaskHandle<string>>(new ScriptedArgs(text), options);

    public Task<IReadOnlyList<TaskHandle<string>>> DelayManyAsync<TProfile>(IEnumerable<string> texts, EnqueueOptions? options = null)
        where TProfile : IProfile =>
        Client.EnqueueManyAsync<Scripted<TProfile>, ScriptedArgs, string, TaskHandle<string>>(
            texts.Select(static text => new ScriptedArgs(text)), options);

    /// <summary>Waits for the result in real time, so that a hang is a failure.</summary>
    public static Task<string> ResultAsync(TaskHandle<string> handle) => handle.GetAsync().WaitAsync(Patience);

    public static Task<TaskFailedException> FailureAsync(TaskHandle<string> handle) =>
        Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync().WaitAsync(Patience));

    /// <summary>Moves the clock until a wait is over. Each step is a bounded wait for the same event.</summary>
    public async Task<T> PumpAsync<T>(Task<T> task, TimeSpan? step = null)
    {
        var limit = System.Diagnostics.Stopwatch.StartNew();
        while (!task.IsCompleted)
        {
            Assert.True(limit.Elapsed < Patience, "It took too long.");
            Time.Advance(step ?? TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(1)));
        }

        return await task;
    }

    public Task<string> PumpAsync(TaskHandle<string> handle) => PumpAsync(handle.GetAsync());

    public Task<TaskFailedException> PumpFailureAsync(TaskHandle<string> handle, TimeSpan? step = null) =>
        PumpAsync(Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync()), step);

    /// <summary>Moves the clock until the task is as wanted.</summary>
    public Task<TaskSnapshot> PumpUntilAsync(TaskHandle handle, Func<TaskSnapshot, bool> holds, TimeSpan? step = null) =>
        PumpAsync(UntilAsync(handle, holds), step);

    public Task<TaskSnapshot> PumpUntilAsync(TaskHandle handle, TaskState state, TimeSpan? step = null) =>
        PumpUntilAsync(handle, snapshot => snapshot.State == state, step);

    /// <summary>The incarnation that holds a running task.</summary>
    public static WorkerIncarnation WorkerOf(TaskSnapshot snapshot)
    {
        var parts = snapshot.WorkerId!.Split(':');
        return new WorkerIncarnation(parts[0], Guid.ParseExact(parts[1], "N"));
    }

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

    public static Task<TaskSnapshot> UntilAsync(TaskHandle handle, TaskState state) =>
        UntilAsync(handle, snapshot => snapshot.State == state);

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

    private ServiceProvider Build(Action<WorkerOptions>? worker)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(new Chance(new Random(1)));
        services.AddSingleton(Script);
        services.AddSingleton(UsedBroker);
        _services?.Invoke(services);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        var builder = services.AddTaskGen(_configure);
        builder.AddTask<Scripted<Profiles.Plain>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Retrying>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Idempotent>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Ignored>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Limited>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Expiring>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Cpu>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.LimitedRetrying>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.CpuLimited>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Endless>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Reporting>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.ShortLived>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Renamed>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<Scripted<Profiles.Picky>, ScriptedArgs, string, TaskHandle<string>>()
            .AddTask<NamedTask, NamedArgs, string, TaskHandle<string>>()
            .AddTask<RuleTask<RuleProfiles.HighPriority, string>, string, string, TaskHandle<string>>()
            .AddTask<RuleTask<RuleProfiles.DataQuality, bool>, bool, string, TaskHandle<string>>()
            .AddCondition(
                "is_weekend",
                static (data, parameters) => data.GetProperty("day").GetString() == parameters.GetProperty("day").GetString(),
                "Shop.Rules.IsWeekend");
        if (worker is not null)
        {
            builder.AddWorker(worker);
        }

        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider;
    }
}
