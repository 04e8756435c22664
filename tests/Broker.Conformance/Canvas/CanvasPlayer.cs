using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>Plays the relay and the workers of canvases by the operations of a broker, each step when it is told to.</summary>
internal sealed class CanvasPlayer(IBroker broker)
{
    private readonly Guid _producer = Guid.NewGuid();
    private readonly Dictionary<string, TestWorker> _workers = [];
    private readonly Dictionary<Guid, (SettlementKind Kind, SettlementDetails Details)> _ends = [];
    private long _batch;

    /// <summary>Ids of the tasks that were leased, in that order.</summary>
    public List<Guid> Ran { get; } = [];

    /// <summary>What each dispatch was given as its input, by its id.</summary>
    public Dictionary<Guid, string?> Inputs { get; } = [];

    /// <summary>How a task ends; if nothing is said, it succeeds with its id as the value.</summary>
    public void End(Guid id, SettlementKind kind, string value) =>
        _ends[id] = (kind, kind == SettlementKind.Succeeded
            ? new SettlementDetails { Attempt = 1, Result = Samples.Bytes(value) }
            : new SettlementDetails { Attempt = 1, Failure = Samples.Bytes(value) });

    public async Task StoreAsync(CanvasSketch canvas, int pageSize = 200)
    {
        foreach (var page in canvas.Nodes.Chunk(pageSize))
        {
            await broker.StoreCanvasAsync(canvas.Queue, canvas.Id, page, CancellationToken.None);
        }
    }

    public async Task<bool> CommitAsync(CanvasSketch canvas) =>
        await broker.CommitCanvasAsync(canvas.Queue, canvas.Id, canvas.Commit, CancellationToken.None);

    public async Task StartAsync(CanvasSketch canvas)
    {
        await StoreAsync(canvas);
        Assert.True(await CommitAsync(canvas));
    }

    public async Task<DeliveryReply> AskAsync(string queue, int max = 100, params IEnumerable<Delivery> done) =>
        await broker.DeliverAsync(queue, new DeliveryRequest([.. done.Select(delivery => delivery.Key)], max), CancellationToken.None);

    /// <summary>Takes all that can be taken now, and says of nothing that it is done.</summary>
    public async Task<IReadOnlyList<Delivery>> TakeAsync(string queue, params IEnumerable<Delivery> done)
    {
        var taken = new List<Delivery>();
        var reply = await AskAsync(queue, 100, done);
        for (var asked = 0; reply.More || reply.Deliveries.Count > 0; asked++)
        {
            Assert.True(asked < 10_000, "Deliveries do not come to an end.");
            taken.AddRange(reply.Deliveries);
            reply = await AskAsync(queue);
        }

        return taken;
    }

    /// <summary>Brings a delivery where it is for.</summary>
    public async Task CarryAsync(string from, Delivery delivery)
    {
        switch (delivery)
        {
            case StartDelivery start:
                await DispatchAsync(from, start);
                break;
            case ReportDelivery report:
                await ReportAsync(
                    report.To.Queue,
                    report.To.Canvas,
                    report.To.Node,
                    report.Ended.State,
                    report.Ended.State == TaskState.Succeeded ? report.Ended.Result : report.Ended.Failure);
                break;
            case CancelDelivery cancel:
                var task = CanvasTaskSample.Read(cancel.Task);
                if (await broker.CancelAsync(task.Queue, task.Id, cancel.Reason, CancellationToken.None) == CancelOutcome.NotFound)
                {
                    await ReportAsync(from, cancel.Canvas, cancel.Node, TaskState.Canceled, default);
                }

                break;
        }
    }

    public async Task<EnqueueOutcome> DispatchAsync(string from, StartDelivery start)
    {
        var task = CanvasTaskSample.Read(start.Task);
        Inputs[task.Id] = start.Input is { } input ? Samples.Text(input) : null;
        var batch = new EnqueueBatch(_producer, ++_batch, [task.ToNewTask(new CanvasPointer(from, start.Canvas, start.Node))]);
        return Assert.Single(await broker.EnqueueAsync(task.Queue, batch, CancellationToken.None));
    }

    public async Task ReportAsync(string queue, Guid canvas, int node, TaskState state, ReadOnlyMemory<byte> value) =>
        await broker.AdvanceCanvasAsync(queue, [new CanvasReport(canvas, node, state, value)], CancellationToken.None);

    /// <summary>Takes, carries and says so until nothing is left to do now.</summary>
    /// <returns>How many were carried.</returns>
    public async Task<int> RelayAsync(string queue)
    {
        var carried = 0;
        var reply = await AskAsync(queue);
        while (reply.More || reply.Deliveries.Count > 0)
        {
            foreach (var delivery in reply.Deliveries)
            {
                await CarryAsync(queue, delivery);
            }

            carried += reply.Deliveries.Count;
            reply = await AskAsync(queue, 100, reply.Deliveries);
        }

        return carried;
    }

    public async Task<TestWorker> WorkerOfAsync(string queue)
    {
        if (!_workers.TryGetValue(queue, out var worker))
        {
            _workers[queue] = worker = new TestWorker(broker, queue, new WorkerIncarnation("player", Guid.NewGuid()));
            await broker.JoinAsync(queue, worker.Incarnation, TimeSpan.FromMinutes(10), CancellationToken.None);
        }

        return worker;
    }

    public async Task<IReadOnlyList<LeasedTask>> LeaseAsync(string queue, int max = 200)
    {
        var leased = await (await WorkerOfAsync(queue)).TakeAsync(max);
        Ran.AddRange(leased.Select(task => task.Key.Id));
        return leased;
    }

    /// <returns>Whether the broker says that there is something to deliver.</returns>
    public async Task<bool> SettleAsync(string queue, params IEnumerable<LeasedTask> leased)
    {
        var reply = await (await WorkerOfAsync(queue)).CallAsync(finished: [.. leased.Select(task => ToSettlement(task.Key))]);
        Assert.All(reply.Settled, Assert.True);
        return reply.DeliveriesWait;
    }

    /// <summary>Leases and ends what waits now.</summary>
    /// <returns>How many.</returns>
    public async Task<int> WorkAsync(string queue, int max = 200)
    {
        var leased = await LeaseAsync(queue, max);
        if (leased.Count > 0)
        {
            await SettleAsync(queue, leased);
        }

        return leased.Count;
    }

    /// <summary>Relays and works in turn until nothing moves any more.</summary>
    public async Task RunAsync(params string[] queues)
    {
        int moved;
        do
        {
            moved = 0;
            foreach (var queue in queues)
            {
                moved += await RelayAsync(queue) + await WorkAsync(queue);
            }
        }
        while (moved > 0);
    }

    private Settlement ToSettlement(LeaseKey key)
    {
        var (kind, details) = _ends.TryGetValue(key.Id, out var end)
            ? end
            : (SettlementKind.Succeeded, new SettlementDetails { Attempt = 1, Result = Samples.Bytes($"\"{key.Id}\"") });
        return new Settlement(key, kind, details);
    }
}
