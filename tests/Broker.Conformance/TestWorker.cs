using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>A worker incarnation that counts its requests.</summary>
internal sealed class TestWorker(IBroker broker, string queue, WorkerIncarnation incarnation)
{
    private long _number;

    public WorkerIncarnation Incarnation => incarnation;

    public long Number => _number;

    /// <summary>How many child tasks it leases in a row.</summary>
    public int MaxChildRun { get; init; } = 1;

    public async Task<LeaseReply> CallAsync(
        int maxTasks = 0,
        IReadOnlyList<Settlement>? finished = null,
        IReadOnlyList<StartMark>? started = null,
        int maxBytes = 1024 * 1024,
        int childRun = 0,
        int? maxChildRun = null) =>
        await broker.LeaseAsync(
            queue,
            new LeaseRequest
            {
                Worker = incarnation,
                Number = ++_number,
                Finished = finished ?? [],
                Started = started ?? [],
                MaxTasks = maxTasks,
                MaxBytes = maxBytes,
                ChildRun = childRun,
                MaxChildRun = maxChildRun ?? MaxChildRun,
            },
            CancellationToken.None);

    public async Task<IReadOnlyList<LeasedTask>> TakeAsync(int maxTasks = 200)
    {
        var reply = await CallAsync(maxTasks);
        Assert.Equal(LeaseStatus.Ok, reply.Status);
        return reply.Tasks;
    }

    public async Task<LeasedTask> TakeOneAsync() => Assert.Single(await TakeAsync(1));

    public async Task<bool> SettleAsync(LeaseKey key, SettlementKind kind, SettlementDetails? details = null)
    {
        var reply = await CallAsync(finished: [new Settlement(key, kind, details)]);
        Assert.Equal(LeaseStatus.Ok, reply.Status);
        return Assert.Single(reply.Settled);
    }

    public async Task<bool> StartAsync(LeaseKey key, int attempt = 1)
    {
        var reply = await CallAsync(started: [new StartMark(key, attempt)]);
        Assert.Equal(LeaseStatus.Ok, reply.Status);
        return Assert.Single(reply.Started);
    }
}
