using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>Ends that are told to canvases.</content>
public abstract partial class BrokerConformance
{
    [Theory]
    [InlineData(SettlementKind.Succeeded, TaskState.Succeeded)]
    [InlineData(SettlementKind.Failed, TaskState.Failed)]
    [InlineData(SettlementKind.Canceled, TaskState.Canceled)]
    [InlineData(SettlementKind.Expired, TaskState.Expired)]
    [Covers(nameof(IBroker.DeliverAsync))]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task Every_end_by_its_holder_is_told_with_what_it_left(object kind, TaskState state)
    {
        var to = new CanvasPointer(OtherQueue, Guid.NewGuid(), 7);
        var task = Samples.Recorded() with { Follow = to };
        await EnqueueAsync(task);
        Assert.Empty(await Player.TakeAsync(Queue));
        Player.End(task.Id, (SettlementKind)kind, "left");

        Assert.True(await Player.SettleAsync(Queue, await Player.LeaseAsync(Queue)));

        var report = Assert.IsType<ReportDelivery>(Assert.Single(await Player.TakeAsync(Queue)));
        Assert.Equal(to, report.To);
        Assert.Equal((task.Id, "sample", state, 1), (report.Ended.Id, report.Ended.Name, report.Ended.State, report.Ended.Attempt));
        Assert.Equal(
            state == TaskState.Succeeded ? ("left", "") : ("", "left"),
            (Samples.Text(report.Ended.Result), Samples.Text(report.Ended.Failure)));
        Assert.Empty(await Player.TakeAsync(Queue, report));
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task Ends_without_a_holder_are_told_too()
    {
        var (canceled, expired, poison) =
            (Followed(0), Followed(1) with { ExpiresAfter = Step }, Followed(2) with { Priority = TaskPriority.High });
        await EnqueueAsync(canceled, expired, poison);
        var worker = await JoinAsync();
        await worker.TakeOneAsync();

        await CancelAsync(canceled.Id, "unwanted");
        var report = Assert.IsType<ReportDelivery>(Assert.Single(await Player.TakeAsync(Queue)));
        Assert.Equal((canceled.Follow, TaskState.Canceled, "unwanted"), (report.To, report.Ended.State, report.Ended.Reason));
        await Player.AskAsync(Queue, 0, report);

        await KillAsync(worker);
        var maintained = await MaintainAsync(maxCrashes: 1);

        Assert.Equal((1, 1, true), (maintained.Poisoned, maintained.Expired, maintained.DeliveriesWait));
        var reports = (await Player.TakeAsync(Queue)).Cast<ReportDelivery>().OrderBy(told => told.To.Node).ToArray();
        Assert.Equal(
            [(expired.Follow, TaskState.Expired), (poison.Follow, TaskState.Failed)],
            reports.Select(told => ((CanvasPointer?)told.To, told.Ended.State)));
        Assert.Equal(DeadLetterReasons.Poison, reports[1].Ended.Reason);
        Assert.False((await MaintainAsync()).DeliveriesWait);
        await Player.AskAsync(Queue, 0, reports);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    [Covers(nameof(IBroker.LeaveAsync))]
    public async Task What_goes_back_to_waiting_is_not_told_before_its_end()
    {
        var task = Followed(0);
        var (worker, leased) = await HoldAsync(task);
        await worker.SettleAsync(leased.Key, SettlementKind.Retry);
        await worker.TakeOneAsync();
        await Broker.LeaveAsync(Queue, worker.Incarnation, CancellationToken.None);
        worker = await JoinAsync();
        await worker.TakeOneAsync();
        await KillAsync(worker);
        var maintained = await MaintainAsync();
        Assert.Equal((1, false), (maintained.Recovered, maintained.DeliveriesWait));
        Assert.Empty(await Player.TakeAsync(Queue));

        await Player.WorkAsync(Queue);

        Assert.Equal(TaskState.Succeeded, Assert.IsType<ReportDelivery>(Assert.Single(await Player.TakeAsync(Queue))).Ended.State);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task A_dispatch_that_comes_again_is_the_same_task_and_is_told_once()
    {
        var task = Followed(0);
        await EnqueueAsync(task);
        await EnqueueAsync(task);
        Assert.Equal(1, (await CountAsync()).Pending);
        await Player.WorkAsync(Queue);
        var report = Assert.Single(await Player.TakeAsync(Queue));

        await EnqueueAsync(task);
        Assert.Empty(await Player.TakeAsync(Queue, report));
        Assert.Equal([new EnqueueOutcome(task.Id, Joined: false)], await EnqueueAsync(task));
        Assert.Empty(await Player.TakeAsync(Queue));
        Assert.Equal([task.Id], Player.Ran);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task Whoever_joins_a_task_that_lives_is_told_its_end_too()
    {
        var owner = Samples.Keyed("same") with { Follow = Pointer(0) };
        var joining = Samples.Keyed("same") with { Follow = Pointer(1) };
        var own = owner with { Follow = Pointer(2) };
        await EnqueueAsync(owner);

        Assert.Equal([new EnqueueOutcome(owner.Id, Joined: true)], await EnqueueAsync(joining));
        Assert.Equal([new EnqueueOutcome(owner.Id, Joined: false)], await EnqueueAsync(own));
        await EnqueueAsync(joining);

        await Player.WorkAsync(Queue);
        var reports = (await Player.TakeAsync(Queue)).Cast<ReportDelivery>().ToArray();
        Assert.Equal([0, 1, 2], reports.Select(report => report.To.Node).Order());
        Assert.All(reports, report => Assert.Equal(owner.Id, report.Ended.Id));
        Assert.Equal([owner.Id], Player.Ran);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task Whoever_joins_a_task_that_has_ended_is_told_at_once_and_once()
    {
        var owner = Samples.Keyed("same") with { KeyTtl = 2 * Step, RecordTtl = 2 * Step };
        var joining = Samples.Keyed("same") with { Follow = Pointer(1) };
        await EnqueueAsync(owner);
        Player.End(owner.Id, SettlementKind.Succeeded, "\"done\"");
        Assert.False(await Player.SettleAsync(Queue, await Player.LeaseAsync(Queue)));

        Assert.Equal([new EnqueueOutcome(owner.Id, Joined: true)], await EnqueueAsync(joining));

        var report = Assert.IsType<ReportDelivery>(Assert.Single(await Player.TakeAsync(Queue)));
        Assert.Equal((1, owner.Id, "\"done\""), (report.To.Node, report.Ended.Id, Samples.Text(report.Ended.Result)));
        Assert.Equal([new EnqueueOutcome(owner.Id, Joined: true)], await EnqueueAsync(joining));
        Assert.Empty(await Player.TakeAsync(Queue, report));

        // The key is over its time, but the same dispatch is still the same task.
        await AdvanceAsync(2 * Step);
        Assert.Equal([new EnqueueOutcome(owner.Id, Joined: true)], await EnqueueAsync(joining));
        Assert.Empty(await Player.TakeAsync(Queue));
        Assert.Equal(0, (await CountAsync()).Pending);
        await AssertFreeAsync("same");
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task Two_members_that_are_one_task_both_settle()
    {
        var canvas = new CanvasSketch(Queue) { RecordTtl = 2 * Step }
            .WithGroupOf(3, task: (position, plain) => position < 2 ? plain with { Key = "same" } : plain);
        await Player.StartAsync(canvas);

        await Player.RunAsync(Queue);

        Assert.Equal(2, Player.Ran.Count);
        var one = Player.Ran.Intersect([canvas.IdOf(1), canvas.IdOf(2)]).Single();
        Assert.Equal([$"\"{one}\"", $"\"{one}\"", $"\"{canvas.IdOf(3)}\""], await MembersAsync(canvas, 0));
        await AssertGroupResultGoesAsync(canvas);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task A_link_that_joins_a_task_of_the_past_goes_on_with_its_value()
    {
        var past = Samples.Keyed("same");
        await EnqueueAsync(past);
        await Player.WorkAsync(Queue);
        var canvas = new CanvasSketch(Queue);
        canvas.Task(next: 1, passes: true, task: plain => plain with { Key = "same" });
        canvas.Task();
        await Player.StartAsync(canvas);

        await Player.RunAsync(Queue);

        Assert.Equal([past.Id, canvas.IdOf(1)], Player.Ran);
        Assert.Equal($"\"{past.Id}\"", Player.Inputs[canvas.IdOf(1)]);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task What_keeps_no_record_cannot_be_followed()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => EnqueueAsync(Samples.Plain() with { Follow = Pointer(0) }));
        Assert.Equal(default, await CountAsync());
    }

    [Theory]
    [InlineData(SettlementKind.Failed, TaskState.Failed)]
    [InlineData(SettlementKind.Canceled, TaskState.Canceled)]
    [InlineData(SettlementKind.Expired, TaskState.Expired)]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task Every_end_of_a_member_but_success_fails_the_group_with_its_state(object kind, TaskState state)
    {
        var canvas = new CanvasSketch(Queue).WithGroupOf(3);
        Player.End(canvas.IdOf(2), (SettlementKind)kind, "why");
        await Player.StartAsync(canvas);

        await Player.RunAsync(Queue);

        Assert.Equal(3, Player.Ran.Count);
        await AssertWholeAsync(canvas, state, "why");
        await AssertNothingOfCanvasesAsync();
    }

    private CanvasPointer Pointer(int node) => new(OtherQueue, Producer, node);

    private NewTask Followed(int node) => Samples.Recorded() with { Follow = Pointer(node) };
}
