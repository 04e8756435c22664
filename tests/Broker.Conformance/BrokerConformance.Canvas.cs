using TaskGen;
using TaskGen.Brokers;
using TaskGen.Primitives;

namespace Broker.Conformance;

/// <content>How canvases come in, run from node to node, and are gone.</content>
public abstract partial class BrokerConformance
{
    private static readonly TimeSpan TakenFor = TimeSpan.FromSeconds(5);

    private CanvasPlayer Player => field ??= new CanvasPlayer(Broker);

    /// <summary>A queue in another hash slot than that of the canvas.</summary>
    private string OtherQueue => $"{Queue}-other";

    [Fact]
    [Covers(nameof(IBroker.StoreCanvasAsync))]
    [Covers(nameof(IBroker.CommitCanvasAsync))]
    public async Task A_canvas_starts_with_its_entry_and_ends_with_the_value_of_the_last()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task();
        await Player.StoreAsync(canvas);
        Assert.Null(await FindRecordAsync(canvas.Id));
        Assert.Empty(await Player.TakeAsync(Queue));

        Assert.True(await Player.CommitAsync(canvas));

        var record = await RecordAsync(canvas.Id);
        Assert.False(record.State.IsEnd());
        Assert.Equal((canvas.Id, "canvas", null), (record.Id, record.Name, record.FinishedAt));
        var start = Assert.IsType<StartDelivery>(Assert.Single(await Player.TakeAsync(Queue)));
        Assert.Equal((canvas.Id, 0, null), (start.Canvas, start.Node, start.Input));
        Assert.Equal(canvas.Nodes[0].Task.ToArray(), start.Task.ToArray());
        await Player.CarryAsync(Queue, start);
        Assert.False(await Player.SettleAsync(Queue, []));
        Assert.True(await Player.SettleAsync(Queue, await Player.LeaseAsync(Queue)));
        await Player.RelayAsync(Queue);
        await AssertWholeAsync(canvas, TaskState.Succeeded, $"\"{canvas.IdOf(0)}\"");
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.StoreCanvasAsync))]
    [Covers(nameof(IBroker.CommitCanvasAsync))]
    public async Task Repeats_of_pages_and_of_the_commit_change_nothing()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task();
        await Player.StoreAsync(canvas);
        await Player.StoreAsync(canvas);
        Assert.True(await Player.CommitAsync(canvas));
        Assert.True(await Player.CommitAsync(canvas));
        await Player.StoreAsync(canvas);

        Assert.Single(await Player.TakeAsync(Queue));
        await AdvanceAsync(TakenFor);
        await Player.RunAsync(Queue);
        Assert.Equal([canvas.IdOf(0)], Player.Ran);

        Assert.True(await Player.CommitAsync(canvas));
        Assert.Empty(await Player.TakeAsync(Queue));
        Assert.Equal(TaskState.Succeeded, (await RecordAsync(canvas.Id)).State);
    }

    [Fact]
    [Covers(nameof(IBroker.CommitCanvasAsync))]
    public async Task A_canvas_whose_pages_are_not_all_there_does_not_start()
    {
        var canvas = new CanvasSketch(Queue).WithGroupOf(250);
        Assert.False(await Player.CommitAsync(canvas));
        await Broker.StoreCanvasAsync(Queue, canvas.Id, canvas.Nodes[..200], CancellationToken.None);

        Assert.False(await Player.CommitAsync(canvas));

        Assert.Null(await FindRecordAsync(canvas.Id));
        Assert.Empty(await Player.TakeAsync(Queue));
        await Broker.StoreCanvasAsync(Queue, canvas.Id, canvas.Nodes[200..], CancellationToken.None);
        Assert.True(await Player.CommitAsync(canvas));
        Assert.Equal(250, (await Player.TakeAsync(Queue)).Count);
    }

    [Fact]
    [Covers(nameof(IBroker.StoreCanvasAsync))]
    public async Task Pages_that_are_no_canvas_are_refused_and_leave_nothing()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task();
        var node = canvas.Nodes[0];
        CanvasNode[][] bad =
        [
            [],
            [.. Enumerable.Range(0, 201).Select(index => node with { Index = index })],
            [node with { Task = new byte[600_000] }, node with { Index = 1, Task = new byte[600_000] }],
            [node with { Index = -1 }],
            [node with { Next = -2 }],
            [node with { Parent = -3 }],
            [node with { Position = -1 }],
            [node with { Scope = -2 }],
            [node with { Members = [1] }],
            [node with { Kind = (CanvasNodeKind)77 }],
        ];
        foreach (var page in bad)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(
                async () => await Broker.StoreCanvasAsync(Queue, canvas.Id, page, CancellationToken.None));
        }

        await AssertNothingOfCanvasesAsync();
        await Broker.StoreCanvasAsync(Queue, canvas.Id, [node with { Task = new byte[2_000_000] }], CancellationToken.None);
        foreach (var commit in new[] { canvas.Commit with { Nodes = 0 }, canvas.Commit with
        {
            Entry = 1,
        }, canvas.Commit with { Entry = -1 }, canvas.Commit with { Groups = 2 }, canvas.Commit with { Name = "" } })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(
                async () => await Broker.CommitCanvasAsync(Queue, canvas.Id, commit, CancellationToken.None));
        }

        Assert.True(await Player.CommitAsync(canvas));
    }

    [Fact]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task In_a_chain_each_starts_after_the_success_of_the_one_before_and_takes_its_value_where_it_wants_it()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task(next: 1, passes: true);
        canvas.Task(next: 2, task: plain => plain with { Queue = OtherQueue });
        canvas.Task(next: 3, passes: true);
        canvas.Task();
        Player.End(canvas.IdOf(2), SettlementKind.Succeeded, "");
        Player.End(canvas.IdOf(3), SettlementKind.Succeeded, "\"last\"");
        await Player.StartAsync(canvas);

        for (var node = 0; node < 4; node++)
        {
            Assert.Equal(node, Player.Ran.Count);
            Assert.False((await RecordAsync(canvas.Id)).State.IsEnd());
            await Player.RelayAsync(Queue);
            Assert.Equal(1, await Player.WorkAsync(canvas.TaskOf(node).Queue));
            await Player.RelayAsync(canvas.TaskOf(node).Queue);
        }

        Assert.Equal(Enumerable.Range(0, 4).Select(canvas.IdOf), Player.Ran);
        Assert.Equal([null, $"\"{canvas.IdOf(0)}\"", null, ""], Enumerable.Range(0, 4).Select(node => Player.Inputs[canvas.IdOf(node)]));
        await AssertWholeAsync(canvas, TaskState.Succeeded, "\"last\"");
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task After_a_failure_the_rest_of_a_chain_never_starts()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task(next: 1, passes: true);
        canvas.Task(next: 2, passes: true);
        canvas.Task();
        Player.End(canvas.IdOf(1), SettlementKind.Failed, "why");
        await Player.StartAsync(canvas);

        await Player.RunAsync(Queue);

        Assert.Equal([canvas.IdOf(0), canvas.IdOf(1)], Player.Ran);
        await AssertWholeAsync(canvas, TaskState.Failed, "why");
        Assert.Equal(canvas.IdOf(1), Assert.Single(await DeadLettersAsync()).Key.Id);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task A_chain_of_a_thousand_comes_to_its_end()
    {
        var canvas = new CanvasSketch(Queue);
        for (var node = 0; node < 1000; node++)
        {
            canvas.Task(next: node < 999 ? node + 1 : CanvasNode.None, passes: true);
        }

        await Player.StartAsync(canvas);

        await Player.RunAsync(Queue);

        Assert.Equal(Enumerable.Range(0, 1000).Select(canvas.IdOf), Player.Ran);
        await AssertWholeAsync(canvas, TaskState.Succeeded, $"\"{canvas.IdOf(999)}\"");
        await AssertNothingOfCanvasesAsync();
    }

    private async Task AssertWholeAsync(CanvasSketch canvas, TaskState state, string value)
    {
        var record = await RecordAsync(canvas.Id);
        Assert.Equal((state, "canvas"), (record.State, record.Name));
        Assert.NotNull(record.FinishedAt);
        Assert.Equal(state == TaskState.Succeeded ? (value, "") : ("", value), (Samples.Text(record.Result), Samples.Text(record.Failure)));
    }

    /// <summary>Of all that canvases are made of. What a relay would do on the way has been done.</summary>
    private async Task AssertNothingOfCanvasesAsync()
    {
        foreach (var queue in (string[])[Queue, OtherQueue])
        {
            await Player.RelayAsync(queue);
            Assert.Equal((0, 0), await CountCanvasesKeptAsync(queue));
        }
    }

    /// <summary>A canvas that ended with a group can be read as long as its record, and no longer.</summary>
    private async Task AssertGroupResultGoesAsync(CanvasSketch canvas)
    {
        Assert.NotNull(await Broker.ReadMembersAsync(Queue, canvas.Id, 0, 0, CancellationToken.None));
        await AdvanceAsync(canvas.RecordTtl);
        Assert.Null(await Broker.ReadMembersAsync(Queue, canvas.Id, 0, 0, CancellationToken.None));
        await MaintainAsync();
        await AssertNothingOfCanvasesAsync();
        Assert.Null(await FindRecordAsync(canvas.Id));
    }

    private async Task<IReadOnlyList<string>> MembersAsync(CanvasSketch canvas, int group)
    {
        var values = new List<string>();
        CanvasMembers page;
        do
        {
            page = Assert.IsType<CanvasMembers>(
                await Broker.ReadMembersAsync(canvas.Queue, canvas.Id, group, values.Count, CancellationToken.None));
            values.AddRange(page.Values.Select(Samples.Text));
        }
        while (page.Values.Count > 0);
        Assert.Equal(page.Count, values.Count);
        return values;
    }
}
