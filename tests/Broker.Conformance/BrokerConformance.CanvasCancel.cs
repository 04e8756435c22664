using System.Collections.Concurrent;
using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>Canceling a whole canvas.</content>
public abstract partial class BrokerConformance
{
    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    [Covers(nameof(IBroker.DeliverAsync))]
    public async Task A_canvas_that_is_canceled_before_its_entry_was_dispatched_dispatches_nothing()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task(next: 1);
        canvas.Task();
        await Player.StartAsync(canvas);

        Assert.Equal(CancelOutcome.Canceled, await CancelAsync(canvas.Id, "no longer wanted"));
        Assert.Equal(CancelOutcome.AlreadyEnded, await CancelAsync(canvas.Id, "again"));

        var record = await RecordAsync(canvas.Id);
        Assert.Equal((TaskState.Canceled, "no longer wanted"), (record.State, record.Reason));
        var cancel = Assert.IsType<CancelDelivery>(Assert.Single(await Player.TakeAsync(Queue)));
        Assert.Equal((canvas.Id, 0, "no longer wanted"), (cancel.Canvas, cancel.Node, cancel.Reason));
        Assert.Equal(canvas.Nodes[0].Task.ToArray(), cancel.Task.ToArray());
        await Player.CarryAsync(Queue, cancel);
        await Player.RunAsync(Queue);
        Assert.Empty(Player.Ran);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.DeliverAsync))]
    public async Task What_was_dispatched_while_the_canvas_was_canceled_is_canceled_when_its_dispatch_is_done()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task(task: plain => plain with { Queue = OtherQueue });
        await Player.StartAsync(canvas);
        var start = Assert.IsType<StartDelivery>(Assert.Single(await Player.TakeAsync(Queue)));
        await CancelAsync(canvas.Id, "stop");
        Assert.Empty(await Player.TakeAsync(Queue));
        await Player.CarryAsync(Queue, start);

        var cancel = Assert.IsType<CancelDelivery>(Assert.Single(await Player.TakeAsync(Queue, start)));

        Assert.Equal((canvas.Id, 0), (cancel.Canvas, cancel.Node));
        await Player.CarryAsync(Queue, cancel);
        Assert.Empty(await Player.TakeAsync(Queue, cancel));
        Assert.Equal(TaskState.Canceled, (await FindRecordAsync(OtherQueue, canvas.IdOf(0)))!.State);
        await Player.RunAsync(OtherQueue, Queue);
        Assert.Empty(Player.Ran);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.DeliverAsync))]
    public async Task A_dispatch_that_was_taken_and_never_done_comes_again_as_a_cancel()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task();
        await Player.StartAsync(canvas);
        var start = Assert.Single(await Player.TakeAsync(Queue));
        await Player.CarryAsync(Queue, start);
        await CancelAsync(canvas.Id, "stop");
        Assert.Empty(await Player.TakeAsync(Queue));

        await AdvanceAsync(TakenFor);

        var cancel = Assert.IsType<CancelDelivery>(Assert.Single(await Player.TakeAsync(Queue)));
        await Player.CarryAsync(Queue, cancel);
        await Player.AskAsync(Queue, 0, cancel);
        await Player.RunAsync(Queue);
        Assert.Empty(Player.Ran);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    [Covers(nameof(IBroker.ListenAsync))]
    public async Task Canceling_a_canvas_rings_and_cancels_all_that_is_under_way_and_starts_nothing_more()
    {
        // 0: a group of 450 tasks, one of them ended, one running, in two queues; 451 its callback, 452 a scope, 453 what that starts.
        var canvas = new CanvasSketch(Queue);
        canvas.Group([.. Enumerable.Range(1, 450)], next: 451);
        for (var position = 0; position < 450; position++)
        {
            canvas.Task(
                parent: 0, position: position, scope: 452, task: position % 2 == 0 ? null : plain => plain with { Queue = OtherQueue });
        }

        canvas.Task();
        canvas.Scope(next: 453);
        canvas.Task(parent: CanvasNode.Nobody);
        await Player.StartAsync(canvas);
        await Player.RelayAsync(Queue);
        await Player.WorkAsync(Queue, 1);
        await Player.RelayAsync(Queue);
        var running = Assert.Single(await Player.LeaseAsync(Queue, 1));
        var rings = new ConcurrentQueue<BellReason>();
        await using var listener = await Broker.ListenAsync(Queue, rings.Enqueue, CancellationToken.None);

        Assert.Equal(CancelOutcome.Canceled, await CancelAsync(canvas.Id, "stop"));

        await AssertRangAsync(rings, BellReason.Deliveries);
        // 449 cancels, and the ends of the 223 of them that waited in this queue.
        Assert.Equal(449 + 223, await Player.RelayAsync(Queue));
        Assert.Equal(225, await Player.RelayAsync(OtherQueue));
        Assert.Equal(
            [new CancelRequest(running.Key, "stop")], Broker.Renew(Queue, (await Player.WorkerOfAsync(Queue)).Incarnation).Cancels);
        Assert.NotEqual((0, 0), await CountCanvasesKeptAsync(Queue));
        Player.End(running.Key.Id, SettlementKind.Canceled, "stopped");
        Assert.True(await Player.SettleAsync(Queue, running));
        await Player.RunAsync(Queue, OtherQueue);
        Assert.Equal(2, Player.Ran.Count);
        var record = await RecordAsync(canvas.Id);
        Assert.Equal((TaskState.Canceled, "stop", true), (record.State, record.Reason, record.Result.IsEmpty));
        var counts = await CountAsync();
        Assert.Equal((0, 0, 0), (counts.Pending, counts.Leased, counts.DeadLetters));
        Assert.Equal(0, (await Broker.CountAsync(OtherQueue, CancellationToken.None)).Pending);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    public async Task A_large_group_that_is_canceled_while_it_is_being_started_starts_no_further()
    {
        var canvas = new CanvasSketch(Queue).WithGroupOf(350);
        await Player.StartAsync(canvas);
        var first = await Player.AskAsync(Queue, 20);
        Assert.Equal((20, true), (first.Deliveries.Count, first.More));
        await CancelAsync(canvas.Id);

        var rest = await Player.TakeAsync(Queue, first.Deliveries);

        Assert.All(rest, delivery => Assert.IsType<CancelDelivery>(delivery));
        Assert.True(rest.Count < 350, $"{rest.Count} were started.");
        foreach (var cancel in rest)
        {
            await Player.CarryAsync(Queue, cancel);
        }

        await Player.RunAsync(Queue);
        Assert.Empty(Player.Ran);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task A_task_that_ends_well_after_its_canvas_was_canceled_starts_nothing()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task(next: 1, scope: 2);
        canvas.Task();
        canvas.Scope(next: 3);
        canvas.Task(parent: CanvasNode.Nobody);
        await Player.StartAsync(canvas);
        await Player.RelayAsync(Queue);
        var leased = await Player.LeaseAsync(Queue);
        await CancelAsync(canvas.Id);
        await Player.SettleAsync(Queue, leased);

        await Player.RunAsync(Queue);

        Assert.Equal([canvas.IdOf(0)], Player.Ran);
        Assert.Equal(TaskState.Canceled, (await RecordAsync(canvas.Id)).State);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    public async Task Canceling_a_canvas_lets_a_task_of_somebody_else_that_it_joined_go_on()
    {
        var other = Samples.Keyed("same");
        await EnqueueAsync(other);
        var canvas = new CanvasSketch(Queue);
        canvas.Task(task: plain => plain with { Key = "same" });
        await Player.StartAsync(canvas);
        await Player.RelayAsync(Queue);

        await CancelAsync(canvas.Id);
        await Player.RelayAsync(Queue);

        Assert.Equal(TaskState.Pending, (await RecordAsync(other.Id)).State);
        await AssertNothingOfCanvasesAsync();
        await Player.RunAsync(Queue);
        Assert.Equal([other.Id], Player.Ran);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    public async Task A_canvas_that_has_ended_cannot_be_canceled()
    {
        var canvas = new CanvasSketch(Queue) { RecordTtl = 2 * Step }.WithGroupOf(2);
        await Player.StartAsync(canvas);
        await Player.RunAsync(Queue);

        Assert.Equal(CancelOutcome.AlreadyEnded, await CancelAsync(canvas.Id));

        Assert.Equal(TaskState.Succeeded, (await RecordAsync(canvas.Id)).State);
        Assert.Equal(2, (await MembersAsync(canvas, 0)).Count);
        await AssertGroupResultGoesAsync(canvas);
    }

    private async Task<TaskRecord?> FindRecordAsync(string queue, Guid id) =>
        Assert.Single(await Broker.ReadAsync(queue, [id], watch: null, CancellationToken.None));
}
