using TaskGen;
using TaskGen.Brokers;
using TaskGen.Primitives;

namespace Broker.Conformance;

/// <content>How deliveries come, come again and are done, and how much one call reads.</content>
public abstract partial class BrokerConformance
{
    [Fact]
    [Covers(nameof(IBroker.DeliverAsync))]
    public async Task What_is_not_said_to_be_done_comes_again_after_five_seconds_and_what_is_done_does_not()
    {
        var canvas = new CanvasSketch(Queue).WithGroupOf(3);
        await Player.StartAsync(canvas);
        var first = await Player.TakeAsync(Queue);
        Assert.Equal([1, 2, 3], first.Cast<StartDelivery>().Select(start => start.Node));
        Assert.Empty(await Player.TakeAsync(Queue, first[1]));
        Assert.False((await MaintainAsync()).DeliveriesWait);

        await AdvanceAsync(TakenFor);

        Assert.True((await MaintainAsync()).DeliveriesWait);
        var again = await Player.TakeAsync(Queue, first[1]);
        Assert.Equal([1, 3], again.Cast<StartDelivery>().Select(start => start.Node));
        Assert.Equal(first[0].Key.ToArray(), again[0].Key.ToArray());
        Assert.Empty(await Player.TakeAsync(Queue, first));
        await AdvanceAsync(TakenFor);
        Assert.Empty(await Player.TakeAsync(Queue, [.. first, .. again]));
    }

    [Fact]
    [Covers(nameof(IBroker.DeliverAsync))]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task Whatever_is_brought_twice_is_done_once()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Group([2, 3], next: 4);
        canvas.Scope(next: 5);
        canvas.Task(parent: 0, position: 0);
        canvas.Task(parent: 0, position: 1, scope: 1);
        canvas.Task();
        canvas.Task(parent: CanvasNode.Nobody);
        Player.End(canvas.IdOf(3), SettlementKind.Failed, "why");
        await Player.StartAsync(canvas);
        var delivered = new List<Delivery>();
        for (var round = 0; round < 6; round++)
        {
            delivered.AddRange(await Player.TakeAsync(Queue));
            foreach (var delivery in delivered.Concat(delivered))
            {
                await Player.CarryAsync(Queue, delivery);
            }

            await Player.WorkAsync(Queue);
        }

        Assert.Empty(await Player.TakeAsync(Queue, delivered.Concat(delivered)));
        Assert.Equal(((int[])[2, 3, 5]).Select(canvas.IdOf), Player.Ran);
        await AssertWholeAsync(canvas, TaskState.Failed, "why");
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task Reports_of_what_is_not_known_not_started_or_ended_are_ignored()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Group([2, 3], next: 4);
        canvas.Scope(next: 4);
        canvas.Task(parent: 0, position: 0, scope: 1);
        canvas.Task(parent: 0, position: 1);
        canvas.Task();
        await Player.StoreAsync(canvas);
        await Player.ReportAsync(Queue, canvas.Id, 2, TaskState.Succeeded, Samples.Bytes("0"));
        Assert.True(await Player.CommitAsync(canvas));
        await Player.RelayAsync(Queue);

        await Player.ReportAsync(Queue, Guid.NewGuid(), 2, TaskState.Failed, default);
        await Player.ReportAsync(OtherQueue, canvas.Id, 2, TaskState.Failed, default);
        foreach (var node in (int[])[-1, 0, 1, 4, 5])
        {
            await Player.ReportAsync(Queue, canvas.Id, node, TaskState.Failed, default);
        }

        await Player.ReportAsync(Queue, canvas.Id, 2, TaskState.Succeeded, Samples.Bytes("1"));
        await Player.ReportAsync(Queue, canvas.Id, 2, TaskState.Failed, Samples.Bytes("2"));
        Assert.False((await RecordAsync(canvas.Id)).State.IsEnd());
        await Player.ReportAsync(Queue, canvas.Id, 3, TaskState.Succeeded, Samples.Bytes("3"));
        Assert.Equal(["1", "3"], await MembersAsync(canvas, 0));
        await Player.ReportAsync(Queue, canvas.Id, 4, TaskState.Succeeded, Samples.Bytes("4"));

        await AssertWholeAsync(canvas, TaskState.Succeeded, "4");
        await Player.ReportAsync(Queue, canvas.Id, 4, TaskState.Failed, default);
        await AssertWholeAsync(canvas, TaskState.Succeeded, "4");
    }

    [Fact]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    [Covers(nameof(IBroker.DeliverAsync))]
    [Covers(nameof(IBroker.ReadMembersAsync))]
    public async Task Counts_out_of_their_range_are_refused()
    {
        var report = new CanvasReport(Guid.NewGuid(), 0, TaskState.Succeeded, default);
        await Broker.AdvanceCanvasAsync(Queue, [.. Enumerable.Repeat(report, 100)], CancellationToken.None);
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await Broker.AdvanceCanvasAsync(Queue, [.. Enumerable.Repeat(report, 101)], CancellationToken.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Player.ReportAsync(Queue, Guid.NewGuid(), 0, TaskState.Running, default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Player.AskAsync(Queue, -1));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Player.AskAsync(Queue, 101));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await Broker.ReadMembersAsync(Queue, Guid.NewGuid(), 0, -1, CancellationToken.None));
        Assert.Empty(await Player.TakeAsync(Queue));
        Assert.Null(await Broker.ReadMembersAsync(Queue, Guid.NewGuid(), 0, 0, CancellationToken.None));
    }

    [Fact]
    [Covers(nameof(IBroker.DeliverAsync))]
    public async Task A_call_takes_as_many_as_it_may_the_oldest_first()
    {
        var canvas = new CanvasSketch(Queue).WithGroupOf(250);
        await Player.StartAsync(canvas);

        var nodes = new List<int>();
        DeliveryReply reply;
        do
        {
            reply = await Player.AskAsync(Queue, 30);
            Assert.InRange(reply.Deliveries.Count, 0, 30);
            nodes.AddRange(reply.Deliveries.Cast<StartDelivery>().Select(start => start.Node));
        }
        while (reply.More);

        Assert.Equal(Enumerable.Range(1, 250), nodes);
    }

    [Fact]
    [Covers(nameof(IBroker.DeliverAsync))]
    public async Task A_call_takes_at_most_a_mebibyte_unless_one_is_more()
    {
        var values = (int[])[700_000, 300_000, 100_000, 2_000_000, 10];
        var tasks = values.Select((_, node) => Followed(node)).ToArray();
        await EnqueueAsync(tasks);
        foreach (var (task, size) in tasks.Zip(values))
        {
            Player.End(task.Id, SettlementKind.Succeeded, new string('1', size));
            await Player.WorkAsync(Queue, 1);
        }

        var pages = new List<int[]>();
        DeliveryReply reply;
        do
        {
            reply = await Player.AskAsync(Queue);
            pages.Add([.. reply.Deliveries.Cast<ReportDelivery>().Select(report => report.To.Node)]);
            Assert.True(
                reply.Deliveries.Count == 1
                || reply.Deliveries.Cast<ReportDelivery>().Sum(report => report.Ended.Result.Length) <= 1024 * 1024);
        }
        while (reply.More);

        Assert.Equal([0, 1, 2, 3, 4], pages.SelectMany(page => page));
        Assert.True(pages.Count >= 3, $"{pages.Count} calls.");
    }

    [Fact]
    [Covers(nameof(IBroker.ReadMembersAsync))]
    public async Task Members_are_read_in_pages_of_five_hundred_and_a_mebibyte()
    {
        var many = new CanvasSketch(Queue) { RecordTtl = TimeSpan.FromMinutes(1) }.WithGroupOf(1100);
        var large = new CanvasSketch(Queue) { RecordTtl = TimeSpan.FromMinutes(1) }.WithGroupOf(4);
        int[] sizes = [700_000, 300_000, 2_000_000, 5];
        for (var position = 0; position < sizes.Length; position++)
        {
            Player.End(large.IdOf(position + 1), SettlementKind.Succeeded, new string((char)('1' + position), sizes[position]));
        }

        await Player.StartAsync(many);
        await Player.StartAsync(large);
        await Player.RunAsync(Queue);

        Assert.Equal([500, 500, 100, 0], await PagesAsync(many));
        Assert.Equal([2, 1, 1, 0], await PagesAsync(large));
        Assert.Equal(Enumerable.Range(1, 1100).Select(node => $"\"{many.IdOf(node)}\""), await MembersAsync(many, 0));
        Assert.Equal(sizes.Select((size, position) => new string((char)('1' + position), size)), await MembersAsync(large, 0));
        var past = Assert.IsType<CanvasMembers>(await Broker.ReadMembersAsync(Queue, large.Id, 0, 100, CancellationToken.None));
        Assert.Equal((4, 0), (past.Count, past.Values.Count));
        Assert.Null(await Broker.ReadMembersAsync(Queue, large.Id, 1, 0, CancellationToken.None));
        Assert.Null(await Broker.ReadMembersAsync(OtherQueue, large.Id, 0, 0, CancellationToken.None));
    }

    private async Task<IReadOnlyList<int>> PagesAsync(CanvasSketch canvas)
    {
        var pages = new List<int>();
        do
        {
            pages.Add(Assert.IsType<CanvasMembers>(
                await Broker.ReadMembersAsync(Queue, canvas.Id, 0, pages.Sum(), CancellationToken.None)).Values.Count);
        }
        while (pages[^1] > 0);
        return pages;
    }
}
