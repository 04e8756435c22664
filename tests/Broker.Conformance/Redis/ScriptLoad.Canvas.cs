using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>A canvas with a group of very many members, from its first page to its end, beside all that the queue holds.</content>
internal sealed partial class ScriptLoad
{
    private const int Members = 10_000;
    private const int Followers = 300;
    private const int PerStep = 100;

    private async Task RunCanvasesAsync(ScriptStopwatch stopwatch)
    {
        var canvas = new CanvasSketch(Queue).WithGroupOf(Members, next: Members + 1, passes: true);
        canvas.Task();
        var player = new CanvasPlayer(_broker);
        await stopwatch.MeasureAsync(
            "store a canvas of 10,000 members",
            canvas.Nodes.Chunk(Page)
                .Select(page => (Func<Task>)(async () => await _broker.StoreCanvasAsync(Queue, canvas.Id, page, default))));
        await stopwatch.MeasureAsync("commit a canvas", 1, () => player.CommitAsync(canvas));
        var starts = await DeliverAsync(stopwatch, "start 10,000 members and take them in pages", player);
        Assert.Equal(Members, starts.Count);
        await stopwatch.MeasureAsync(
            "say that 10,000 are done", starts.Chunk(Page).Select(page => (Func<Task>)(() => player.AskAsync(Queue, 0, page))));
        await stopwatch.MeasureAsync("advance a canvas 10,000 times", starts.Cast<StartDelivery>().Chunk(PerStep).Select(page =>
            (Func<Task>)(async () => await _broker.AdvanceCanvasAsync(
                Queue, [.. page.Select(start => new CanvasReport(canvas.Id, start.Node, TaskState.Succeeded, Result))], default))));
        var callback = Assert.IsType<StartDelivery>(Assert.Single(await DeliverAsync(stopwatch, "take the callback", player)));
        Assert.True(CanvasValue.IsGroup(callback.Input!.Value.Span, out var group));
        await stopwatch.MeasureAsync(
            "read 500 of 10,000 members", Few, async () => await _broker.ReadMembersAsync(Queue, canvas.Id, group, Page, default));
        await stopwatch.MeasureAsync(
            "end a canvas of 10,000 members", 1, () => player.ReportAsync(Queue, canvas.Id, callback.Node, TaskState.Succeeded, Result));
        Assert.Equal(TaskState.Succeeded, Assert.Single(await _broker.ReadAsync(Queue, [canvas.Id], watch: null, default))!.State);
        Assert.Null(await _broker.ReadMembersAsync(Queue, canvas.Id, group, 0, default));

        await CancelCanvasAsync(stopwatch, player);
        await DropGroupsAsync(stopwatch, player);
        await FollowAsync(stopwatch, player);
        Assert.Empty(await player.TakeAsync(Queue));
    }

    private async Task CancelCanvasAsync(ScriptStopwatch stopwatch, CanvasPlayer player)
    {
        var canvas = new CanvasSketch(Queue).WithGroupOf(Members);
        await player.StartAsync(canvas);
        var starts = await player.TakeAsync(Queue);
        await TakeAllAsync(starts.Take(Members / 2), player);
        await stopwatch.MeasureAsync(
            "cancel a canvas of 10,000 members", 1, async () => await _broker.CancelAsync(Queue, canvas.Id, "reason", default));
        await DeliverAsync(stopwatch, "sweep 10,000 members and take the cancels", player);
        await TakeAllAsync(starts, player);
        var cancels = await player.TakeAsync(Queue);
        await TakeAllAsync(cancels, player);
        await stopwatch.MeasureAsync("advance a canceled canvas 10,000 times", canvas.Nodes.Skip(1).Chunk(PerStep).Select(page =>
            (Func<Task>)(async () => await _broker.AdvanceCanvasAsync(
                Queue, [.. page.Select(node => new CanvasReport(canvas.Id, node.Index, TaskState.Canceled, default))], default))));
    }

    private async Task DropGroupsAsync(ScriptStopwatch stopwatch, CanvasPlayer player)
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Group([.. Enumerable.Range(1, Members)]);
        for (var position = 0; position < Members; position++)
        {
            canvas.Group([], parent: 0, position: position);
        }

        await player.StoreAsync(canvas);
        await player.CommitAsync(canvas);
        await DeliverAsync(stopwatch, "end a group of 10,000 empty groups and keep them for a while", player);
        Assert.Equal(TaskState.Succeeded, Assert.Single(await _broker.ReadAsync(Queue, [canvas.Id], watch: null, default))!.State);
    }

    /// <summary>One task stands for very many nodes.</summary>
    private async Task FollowAsync(ScriptStopwatch stopwatch, CanvasPlayer player)
    {
        await TakeChildrenAsync();
        var worker = await JoinAsync(Long);
        var task = AtFront(Samples.Recorded());
        var canvas = Guid.CreateVersion7();
        await EnqueueAsync(task);
        var leased = await worker.TakeOneAsync();
        await stopwatch.MeasureAsync("follow one task 300 times", Enumerable.Range(0, Followers).Chunk(PerStep).Select(page =>
            (Func<Task>)(() => EnqueueAsync([.. page.Select(node => task with { Follow = new CanvasPointer(Queue, canvas, node) })]))));
        await stopwatch.MeasureAsync("enqueue 100 that are followed", Few, () => EnqueueAsync(
            Many(PerStep, () => Samples.Recorded() with { Follow = new CanvasPointer(Queue, canvas, 0) })));
        await stopwatch.MeasureAsync(
            "settle what 300 follow", 1, () => worker.SettleAsync(leased.Key, SettlementKind.Succeeded, Details(default)));
        var reports = await DeliverAsync(stopwatch, "tell 300 followers", player);
        Assert.Equal(Enumerable.Range(0, Followers), reports.Cast<ReportDelivery>().Select(static report => report.To.Node).Order());
        await TakeAllAsync(reports, player);

        await EnqueueAsync(Many(Page, () => AtFront(Samples.Recorded()) with { Follow = new CanvasPointer(Queue, Guid.NewGuid(), 0) }));
        var followed = await worker.TakeAsync(Page);
        await stopwatch.MeasureAsync("settle 100 that are followed", followed.Chunk(Recorded).Select(page =>
            (Func<Task>)(() => worker.CallAsync(
                finished: [.. page.Select(static one => new Settlement(one.Key, SettlementKind.Succeeded, Details(default)))]))));
        var told = await DeliverAsync(stopwatch, "take 200 reports", player);
        Assert.Equal(Page, told.Count);
        await TakeAllAsync(told, player);
    }

    private async Task<List<Delivery>> DeliverAsync(ScriptStopwatch stopwatch, string operation, CanvasPlayer player)
    {
        var taken = new List<Delivery>();
        var more = true;
        await stopwatch.MeasureAsync(operation, Calls());
        return taken;

        IEnumerable<Func<Task>> Calls()
        {
            while (more)
            {
                yield return async () =>
                {
                    var reply = await player.AskAsync(Queue);
                    taken.AddRange(reply.Deliveries);
                    more = reply.More;
                };
            }
        }
    }

    private static async Task TakeAllAsync(IEnumerable<Delivery> done, CanvasPlayer player)
    {
        foreach (var page in done.Chunk(Page))
        {
            await player.AskAsync(Queue, 0, page);
        }
    }
}
