using TaskGen;
using TaskGen.Brokers;
using TaskGen.Primitives;

namespace Broker.Conformance;

/// <content>Groups, and what starts after a failure.</content>
public abstract partial class BrokerConformance
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(250)]
    [Covers(nameof(IBroker.DeliverAsync))]
    [Covers(nameof(IBroker.ReadMembersAsync))]
    public async Task A_group_ends_with_the_values_of_its_members_in_order_whatever_the_order_of_their_ends(int count)
    {
        var canvas = new CanvasSketch(Queue).WithGroupOf(
            count, next: count + 1, passes: true, task: (position, plain) => position % 3 == 0 ? plain with { Queue = OtherQueue } : plain);
        canvas.Task();
        await Player.StartAsync(canvas);
        await Player.RelayAsync(Queue);
        Assert.Equal(count, Player.Inputs.Count);
        var leased = (await Player.LeaseAsync(Queue)).Concat(await Player.LeaseAsync(Queue)).Select(task => (Queue, Task: task))
            .Concat((await Player.LeaseAsync(OtherQueue)).Select(task => (Queue: OtherQueue, Task: task)));
        foreach (var chunk in leased.OrderBy(task => task.Task.Key.Id.GetHashCode()).GroupBy(task => task.Queue))
        {
            foreach (var page in chunk.Chunk(100))
            {
                await Player.SettleAsync(chunk.Key, page.Select(task => task.Task));
            }
        }

        await Player.RelayAsync(OtherQueue);
        await Player.RelayAsync(Queue);

        // The callback may read them as long as it lives.
        Assert.Equal(Samples.Text(CanvasValue.OfGroup(0)), Player.Inputs[canvas.IdOf(count + 1)]);
        Assert.Equal(Enumerable.Range(1, count).Select(node => $"\"{canvas.IdOf(node)}\""), await MembersAsync(canvas, 0));
        await Player.RunAsync(Queue);
        Assert.Equal(Player.Ran.Count, Player.Ran.Distinct().Count());
        await AssertWholeAsync(canvas, TaskState.Succeeded, $"\"{canvas.IdOf(count + 1)}\"");
        Assert.Null(await Broker.ReadMembersAsync(Queue, canvas.Id, 0, 0, CancellationToken.None));
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.CommitCanvasAsync))]
    [Covers(nameof(IBroker.ReadMembersAsync))]
    public async Task A_group_of_nothing_ends_at_once_with_an_empty_list()
    {
        var canvas = new CanvasSketch(Queue) { RecordTtl = 2 * Step };
        canvas.Group([]);
        var chord = new CanvasSketch(Queue);
        chord.Group([], next: 1, passes: true);
        chord.Task();

        await Player.StartAsync(canvas);
        await Player.StartAsync(chord);

        var record = await RecordAsync(canvas.Id);
        Assert.Equal((TaskState.Succeeded, true), (record.State, record.FinishedAt is not null));
        Assert.Equal(CanvasValue.OfGroup(0), record.Result.ToArray());
        Assert.Empty(await MembersAsync(canvas, 0));
        await Player.RunAsync(Queue);
        Assert.Equal(Samples.Text(CanvasValue.OfGroup(0)), Player.Inputs[chord.IdOf(1)]);
        await AssertWholeAsync(chord, TaskState.Succeeded, $"\"{chord.IdOf(1)}\"");
    }

    [Fact]
    [Covers(nameof(IBroker.ReadMembersAsync))]
    public async Task Groups_in_groups_end_from_the_inside()
    {
        // 0: the whole, of 1 (two tasks), 2 (nothing), a task that a task follows, and 3 (a group of one whose value a task takes).
        var canvas = new CanvasSketch(Queue) { RecordTtl = 2 * Step };
        canvas.Group([1, 2, 6, 3]);
        canvas.Group([4, 5], parent: 0, position: 0);
        canvas.Group([], parent: 0, position: 1);
        canvas.Group([8], next: 9, passes: true, parent: 0, position: 3);
        canvas.Task(parent: 1, position: 0);
        canvas.Task(parent: 1, position: 1);
        canvas.Task(next: 7, passes: true, parent: 0, position: 2);
        canvas.Task(parent: 0, position: 2);
        canvas.Task(parent: 3, position: 0);
        canvas.Task(parent: 0, position: 3);
        await Player.StartAsync(canvas);

        await Player.RunAsync(Queue);

        Assert.Equal(6, Player.Ran.Count);
        await AssertWholeAsync(canvas, TaskState.Succeeded, Samples.Text(CanvasValue.OfGroup(0)));
        Assert.Equal(
            [Samples.Text(CanvasValue.OfGroup(1)), Samples.Text(CanvasValue.OfGroup(2)), $"\"{canvas.IdOf(7)}\"", $"\"{canvas.IdOf(9)}\""],
            await MembersAsync(canvas, 0));
        Assert.Equal([$"\"{canvas.IdOf(4)}\"", $"\"{canvas.IdOf(5)}\""], await MembersAsync(canvas, 1));
        Assert.Empty(await MembersAsync(canvas, 2));
        await AssertGroupResultGoesAsync(canvas);
    }

    [Fact]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task A_group_fails_with_the_failure_of_its_lowest_failed_position_after_its_last_member_has_ended()
    {
        var canvas = new CanvasSketch(Queue).WithGroupOf(5, next: 6);
        canvas.Task();
        Player.End(canvas.IdOf(4), SettlementKind.Failed, "later position, first failure");
        Player.End(canvas.IdOf(2), SettlementKind.Canceled, "lowest");
        await Player.StartAsync(canvas);
        await Player.RelayAsync(Queue);
        var leased = (await Player.LeaseAsync(Queue)).ToDictionary(task => task.Key.Id);
        foreach (var node in (int[])[4, 1, 2, 5])
        {
            await Player.SettleAsync(Queue, leased[canvas.IdOf(node)]);
            await Player.RelayAsync(Queue);
            Assert.False((await RecordAsync(canvas.Id)).State.IsEnd());
        }

        await Player.SettleAsync(Queue, leased[canvas.IdOf(3)]);
        await Player.RunAsync(Queue);

        await AssertWholeAsync(canvas, TaskState.Canceled, "lowest");
        Assert.Equal(5, Player.Ran.Count);
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task A_failure_starts_what_the_scopes_around_it_name_once_each()
    {
        // 0: a group of two chains that both fail; 1 inner scope of the first, 2 the scope around the group, 3 a scope of what succeeds.
        var canvas = new CanvasSketch(Queue);
        canvas.Group([4, 6], scope: 2);
        canvas.Scope(next: 8, passes: true, around: 2);
        canvas.Scope(next: 9, passes: true);
        canvas.Scope(next: 10, passes: true, around: 2);
        canvas.Task(next: 5, parent: 0, position: 0, scope: 1);
        canvas.Task(parent: 0, position: 0, scope: 1);
        canvas.Task(next: 7, parent: 0, position: 1, scope: 3);
        canvas.Task(parent: 0, position: 1, scope: 2);
        canvas.Task(next: 11, passes: true, parent: CanvasNode.Nobody);
        canvas.Task(parent: CanvasNode.Nobody);
        canvas.Task(parent: CanvasNode.Nobody);
        canvas.Task(parent: CanvasNode.Nobody);
        Player.End(canvas.IdOf(4), SettlementKind.Failed, "first");
        Player.End(canvas.IdOf(7), SettlementKind.Failed, "second");
        Player.End(canvas.IdOf(9), SettlementKind.Failed, "of nobody");
        await Player.StartAsync(canvas);

        await Player.RunAsync(Queue);

        Assert.Equal(((int[])[4, 6, 7, 8, 9, 11]).Select(canvas.IdOf).Order(), Player.Ran.Order());
        Assert.Equal(("first", "first"), (Player.Inputs[canvas.IdOf(8)], Player.Inputs[canvas.IdOf(9)]));
        Assert.Equal($"\"{canvas.IdOf(8)}\"", Player.Inputs[canvas.IdOf(11)]);
        await AssertWholeAsync(canvas, TaskState.Failed, "first");
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    public async Task What_a_first_failure_has_started_keeps_its_input_whatever_fails_later()
    {
        // 0: a group of two that both fail; 3 the scope around it, 4 what that starts.
        var canvas = new CanvasSketch(Queue);
        canvas.Group([1, 2]);
        canvas.Task(parent: 0, position: 0, scope: 3);
        canvas.Task(parent: 0, position: 1, scope: 3);
        canvas.Scope(next: 4, passes: true);
        canvas.Task(parent: CanvasNode.Nobody);
        await Player.StartAsync(canvas);
        var members = await Player.TakeAsync(Queue);
        await Player.ReportAsync(Queue, canvas.Id, 2, TaskState.Failed, Samples.Bytes("first"));
        await Player.ReportAsync(Queue, canvas.Id, 1, TaskState.Failed, Samples.Bytes("second"));

        var start = Assert.IsType<StartDelivery>(Assert.Single(await Player.TakeAsync(Queue, members)));

        Assert.Equal((4, "first"), (start.Node, Samples.Text(start.Input!.Value)));
    }

    [Fact]
    [Covers(nameof(IBroker.DeliverAsync))]
    public async Task Scopes_of_any_number_are_gone_through_from_the_inner_to_the_outer()
    {
        const int Scopes = 130;
        var canvas = new CanvasSketch(Queue);
        for (var scope = 0; scope < Scopes; scope++)
        {
            canvas.Scope(next: Scopes + scope, passes: scope % 2 == 0, around: scope < Scopes - 1 ? scope + 1 : CanvasNode.None);
        }

        for (var scope = 0; scope < Scopes; scope++)
        {
            canvas.Task(parent: CanvasNode.Nobody);
        }

        canvas.Entry = canvas.Task(scope: 0);
        Player.End(canvas.IdOf(canvas.Entry), SettlementKind.Failed, "why");
        await Player.StartAsync(canvas);

        await Player.RunAsync(Queue);

        Assert.Equal(Enumerable.Range(Scopes, Scopes).Prepend(canvas.Entry).Select(canvas.IdOf), Player.Ran);
        Assert.All(
            Enumerable.Range(0, Scopes), scope => Assert.Equal(scope % 2 == 0 ? "why" : null, Player.Inputs[canvas.IdOf(Scopes + scope)]));
        await AssertWholeAsync(canvas, TaskState.Failed, "why");
        await AssertNothingOfCanvasesAsync();
    }

    [Fact]
    [Covers(nameof(IBroker.AdvanceCanvasAsync))]
    [Covers(nameof(IBroker.CommitCanvasAsync))]
    public async Task The_record_of_a_canvas_counts_the_tasks_that_have_ended_and_failed()
    {
        var canvas = new CanvasSketch(Queue) { Members = 4 };
        canvas.Group([1, 2, 3], next: 4, scope: 5);
        for (var position = 0; position < 3; position++)
        {
            canvas.Task(parent: 0, position: position, scope: 5);
        }

        canvas.Task(scope: 5);
        canvas.Scope(next: 6);
        canvas.Task(parent: CanvasNode.Nobody);
        Player.End(canvas.IdOf(2), SettlementKind.Failed, "\"no\"");
        await Player.StartAsync(canvas);
        var record = await RecordAsync(canvas.Id);
        Assert.Equal(("""{"c":0,"t":4,"f":0}""", 1), (Samples.Text(record.Progress), record.ProgressVersion));

        await Player.RelayAsync(Queue);
        var tasks = (await Player.LeaseAsync(Queue)).OrderBy(task => task.Key.Id == canvas.IdOf(2)).ToList();
        await Player.SettleAsync(Queue, tasks[..1]);
        await Player.RelayAsync(Queue);
        record = await RecordAsync(canvas.Id);
        Assert.Equal((TaskState.Running, """{"c":1,"t":4,"f":0}"""), (record.State, Samples.Text(record.Progress)));
        Assert.Equal(2, record.ProgressVersion);

        // The task after the failure runs, and does not count.
        await Player.SettleAsync(Queue, tasks[1..]);
        await Player.RelayAsync(Queue);
        await Player.RunAsync(Queue);
        record = await RecordAsync(canvas.Id);
        Assert.Equal((TaskState.Failed, """{"c":3,"t":4,"f":1}"""), (record.State, Samples.Text(record.Progress)));
        Assert.Contains(canvas.IdOf(6), Player.Ran);
    }
}
