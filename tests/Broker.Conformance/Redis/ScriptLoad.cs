using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Brokers.Redis;

namespace Broker.Conformance;

/// <summary>
/// A queue on Redis with very much in it, and every step that the broker knows on it, each in the largest size that is used.
/// </summary>
internal sealed partial class ScriptLoad : IAsyncDisposable
{
    private const string Namespace = "load";
    private const string Queue = "queue";
    private const int Page = 200;

    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(1);

    private readonly IDatabase _database;
    private readonly QueueKeys _keys = new(Namespace, Queue);
    private readonly RedisBroker _broker;
    private readonly RedisBroker _forgetful;
    private readonly Guid _producer = Guid.NewGuid();
    private long _number;
    private TestWorker? _hoarder;
    private TestWorker? _collector;

    public ScriptLoad(string configuration, IDatabase database)
    {
        _database = database;
        _broker = Connect(TimeSpan.FromDays(1));
        _forgetful = Connect(TimeSpan.Zero);

        RedisBroker Connect(TimeSpan retention) => new(
            new ScriptRunner(new ServerConnections(ConfigurationOptions.Parse(configuration)), Namespace, clock: null),
            new ServerCheck(new RedisOptions(), TimeProvider.System, NullLogger.Instance),
            new BrokerLimits(retention, MaxDeadLetters: 100_000));
    }

    /// <summary>Small plain tasks, and workers that hold nothing but are asked about.</summary>
    public async Task FillAsync(int tasks, int workers)
    {
        for (var batch = 0; batch < tasks / BatchRules.MaxTasks; batch++)
        {
            await EnqueueAsync(Many(BatchRules.MaxTasks, static () => Samples.Plain()));
        }

        for (var index = 0; index < workers; index++)
        {
            await JoinAsync(Long);
        }
    }

    /// <summary>
    /// One worker holds this many and has started them: new ones, or those that a worker held before which died, so that their starts are
    /// noted.
    /// </summary>
    public async Task HoldAsync(int tasks)
    {
        var anew = _hoarder is null;
        _hoarder = await JoinAsync(Long);
        for (var held = 0; held < tasks; held += Page)
        {
            var taken = anew ? await TakeAsync(_hoarder, static () => Samples.Plain()) : await _hoarder.TakeAsync(Page);
            await _hoarder.CallAsync(started: [.. taken.Select(static task => new StartMark(task.Key, 1))]);
        }
    }

    public async Task<QueueCounts> CountAsync() => await _broker.CountAsync(Queue, default);

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _forgetful.DisposeAsync();
    }

    private static NewTask[] Many(int count, Func<NewTask> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private static NewTask AtFront(NewTask task) => task with { AtFront = true };

    private async Task<TestWorker> JoinAsync(TimeSpan lease)
    {
        // What a step is measured with is dispatched by a running task, and comes before the million others.
        var worker = new TestWorker(_broker, Queue, new WorkerIncarnation("worker", Guid.NewGuid())) { MaxChildRun = int.MaxValue };
        await _broker.JoinAsync(Queue, worker.Incarnation, lease, default);
        return worker;
    }

    private async Task EnqueueAsync(params NewTask[] tasks) =>
        await _broker.EnqueueAsync(Queue, new EnqueueBatch(_producer, ++_number, tasks), default);

    /// <summary>
    /// Leases all child tasks that earlier steps have left. Child tasks are leased in the order of their dispatch, so the next child task
    /// to be leased is then the next one to be enqueued.
    /// </summary>
    private async Task TakeChildrenAsync()
    {
        while (await _database.ListLengthAsync(_keys.Resolve("children1", default)) > 0)
        {
            await (_collector ??= await JoinAsync(Long)).TakeAsync(Page);
        }
    }

    /// <summary>A page of new tasks in the hands of a worker.</summary>
    private async Task<IReadOnlyList<LeasedTask>> TakeAsync(TestWorker worker, Func<NewTask> make)
    {
        await TakeChildrenAsync();
        await EnqueueAsync(Many(Page, () => AtFront(make())));
        var taken = await worker.TakeAsync(Page);
        Assert.Equal(Page, taken.Count);
        return taken;
    }

    private async Task<MaintenanceReply> MaintainAsync(int maxCrashes = 255) =>
        await _broker.MaintainAsync(Queue, new MaintenanceRequest(maxCrashes, Page), default);

    /// <summary>As if the server had not heard of it for a while.</summary>
    private async Task SilenceAsync(TestWorker worker) =>
        await _database.SortedSetAddAsync(_keys.Resolve("workers", default), QueueKeys.Id(worker.Incarnation.Value), 1);
}
