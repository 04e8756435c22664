using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>Tasks that a running task dispatches (fault R4): they take turns with the others.</content>
public abstract partial class BrokerConformance
{
    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task Child_tasks_and_others_alternate_in_the_order_of_their_dispatch_over_any_number_of_requests()
    {
        var worker = await JoinAsync();
        var (others, children) = (Plain(4), Children(4));
        await EnqueueAsync(others);
        foreach (var child in children)
        {
            await EnqueueAsync(child);
        }

        var taken = new List<Guid>();
        for (var run = 0; taken.Count < 8; run = 1 - run)
        {
            taken.Add(Assert.Single((await worker.CallAsync(1, childRun: run)).Tasks).Key.Id);
        }

        Assert.Equal(children.Zip(others).SelectMany(static pair => new[] { pair.First.Id, pair.Second.Id }), taken);
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task Child_tasks_come_first_as_often_in_a_row_as_the_worker_asks_and_alone_without_a_limit()
    {
        var worker = await JoinAsync();
        var (others, children) = (Plain(2), Children(8));
        await EnqueueAsync(others);
        await EnqueueAsync(children);

        var taken = (await worker.CallAsync(200, childRun: 1, maxChildRun: 3)).Tasks.Select(static leased => leased.Key.Id);

        NewTask[] expected = [.. children[..2], others[0], .. children[2..5], others[1], .. children[5..]];
        Assert.Equal(expected.Select(static task => task.Id), taken);
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task A_higher_priority_comes_before_any_turn()
    {
        var worker = await JoinAsync();
        var (others, children) = (Plain(2), Children(2));
        var high = Samples.Plain(priority: TaskPriority.High);
        var low = Samples.Plain(priority: TaskPriority.Low) with { AtFront = true };
        await EnqueueAsync([low, .. others, .. children, high]);

        Assert.Equal(
            new[] { high, children[0], others[0], children[1], others[1], low }.Select(static task => task.Id),
            (await worker.TakeAsync()).Select(static leased => leased.Key.Id));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task A_child_task_that_returns_to_the_queue_is_still_one()
    {
        var worker = await JoinAsync();
        var children = Children(3);
        await EnqueueAsync(children);
        var held = await worker.TakeAsync();
        await EnqueueAsync(Plain(3));
        await worker.CallAsync(finished:
        [
            new Settlement(held[0].Key, SettlementKind.HandBack),
            new Settlement(held[1].Key, SettlementKind.HandBack),
            new Settlement(held[2].Key, SettlementKind.Retry, new SettlementDetails { Delay = Step }),
        ]);
        await AdvanceAsync(Step);
        await MaintainAsync();

        var taken = (await worker.CallAsync(3, maxChildRun: 3)).Tasks;

        Assert.Equal(children.Select(static task => task.Id), taken.Select(static leased => leased.Key.Id));
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    [Covers(nameof(IBroker.LeaveAsync))]
    public async Task Without_a_worker_child_tasks_wait_with_the_others_and_those_that_waited_come_first()
    {
        var worker = await JoinAsync();
        var (others, children, late) = (Plain(2), Children(3), Children(2));
        await EnqueueAsync([.. others, .. children]);
        await Broker.LeaveAsync(Queue, worker.Incarnation, CancellationToken.None);
        await EnqueueAsync(late);
        Assert.Equal(7, (await CountAsync()).Pending);

        var taken = await (await JoinAsync()).TakeAsync();

        NewTask[] expected = [.. children, .. others, .. late];
        Assert.Equal(expected.Select(static task => task.Id), taken.Select(static leased => leased.Key.Id));
    }

    private static NewTask[] Plain(int count) => [.. Enumerable.Range(0, count).Select(static _ => Samples.Plain())];

    private static NewTask[] Children(int count) =>
        [.. Enumerable.Range(0, count).Select(static _ => Samples.Recorded() with { AtFront = true })];
}
