using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>
/// The contract of <see cref="IBroker"/> as cases that every broker passes. What differs between brokers is how they are made, how their
/// time passes and how their faults are made. Times are short, because one of the classes really waits for them.
/// </summary>
public abstract partial class BrokerConformance : IAsyncLifetime
{
    private protected static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(4);

    /// <summary>Longer than a busy machine may keep a test waiting between two lines.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Retention = TimeSpan.FromSeconds(5);

    private IBroker? _broker;

    private protected IBroker Broker => _broker!;

    private protected string Queue { get; } = $"queue-{Guid.NewGuid():N}";

    private protected Guid Producer { get; } = Guid.NewGuid();

    private protected long BatchNumber { get; set; }

    /// <summary>Every incarnation that has joined.</summary>
    private protected List<WorkerIncarnation> Workers { get; } = [];

    /// <summary>Who has asked for a lease of the resource that bears the queue's name, and is heard.</summary>
    private protected List<Guid> Holders { get; } = [];

    private protected abstract ValueTask<IBroker> CreateBrokerAsync(BrokerLimits limits);

    /// <summary>Lets the broker's time pass.</summary>
    private protected abstract ValueTask AdvanceAsync(TimeSpan time);

    /// <summary>
    /// Everybody whose heartbeat is heard is heard now, so that a slow machine ends nobody: only where a heartbeat is a call.
    /// </summary>
    private protected virtual void BeatHearts()
    {
    }

    /// <summary>From now on the broker does not hear the heartbeat of the incarnation.</summary>
    private protected abstract ValueTask LoseHeartbeatAsync(WorkerIncarnation worker);

    /// <summary>From now on the broker does not hear renewals of the acquisition.</summary>
    private protected abstract ValueTask SilenceAsync(Guid holder);

    /// <summary>The broker hears it again.</summary>
    private protected abstract ValueTask RestoreHeartbeatAsync(WorkerIncarnation worker);

    /// <summary>How many records and idempotency keys of the queue can still be found.</summary>
    private protected abstract ValueTask<(int Records, int Keys)> CountKeptAsync();

    /// <summary>
    /// How much the queue keeps of canvases, and how much of deliveries, pages that wait for a commit included: each 0 when there is none.
    /// </summary>
    private protected abstract ValueTask<(int Canvases, int Deliveries)> CountCanvasesKeptAsync(string queue);

    /// <summary>Writes bytes among the pending of the normal priority, past every check.</summary>
    private protected abstract ValueTask PlantAsync(string queue, byte[] bytes);

    public async Task InitializeAsync() => _broker = await CreateBrokerAsync(new BrokerLimits(Retention, MaxDeadLetters: 300));

    public virtual Task DisposeAsync() => Task.CompletedTask;

    private protected async Task<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(params NewTask[] tasks) =>
        await Broker.EnqueueAsync(Queue, new EnqueueBatch(Producer, ++BatchNumber, tasks), CancellationToken.None);

    private protected async Task<TestWorker> JoinAsync(string name = "worker")
    {
        var worker = new TestWorker(Broker, Queue, new WorkerIncarnation(name, Guid.NewGuid()));
        await Broker.JoinAsync(Queue, worker.Incarnation, LeaseTime, CancellationToken.None);
        Workers.Add(worker.Incarnation);
        return worker;
    }

    private protected async Task<(TestWorker Worker, LeasedTask Leased)> HoldAsync(NewTask task)
    {
        await EnqueueAsync(task);
        var worker = await JoinAsync();
        return (worker, await worker.TakeOneAsync());
    }

    /// <summary>Makes an incarnation die, up to and without the maintenance that finds out.</summary>
    private protected async Task KillAsync(TestWorker worker)
    {
        await LoseHeartbeatAsync(worker.Incarnation);
        await AdvanceAsync(LeaseTime);
    }

    private protected async Task<MaintenanceReply> MaintainAsync(int maxCrashes = 3, int pageSize = 200)
    {
        BeatHearts();
        return await Broker.MaintainAsync(Queue, new MaintenanceRequest(maxCrashes, pageSize), CancellationToken.None);
    }

    private protected async Task<TaskRecord> RecordAsync(Guid id) => Assert.IsType<TaskRecord>(await FindRecordAsync(id));

    private protected async Task<TaskRecord?> FindRecordAsync(Guid id) =>
        Assert.Single(await Broker.ReadAsync(Queue, [id], watch: null, CancellationToken.None));

    private protected async Task<Counts> CountAsync()
    {
        var counts = await Broker.CountAsync(Queue, CancellationToken.None);
        var (records, keys) = await CountKeptAsync();
        return new Counts(counts.Pending, counts.Delayed, counts.Leased, counts.DeadLetters, records, keys);
    }

    private protected async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int skip = 0, int take = 1000) =>
        await Broker.ReadDeadLettersAsync(Queue, skip, take, CancellationToken.None);

    private protected async Task<CancelOutcome> CancelAsync(Guid id, string? reason = null) =>
        await Broker.CancelAsync(Queue, id, reason, CancellationToken.None);
}
