using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <content>Incarnations, leases and lost replies.</content>
public abstract partial class BrokerConformance
{
    [Fact]
    [Covers(nameof(IBroker.JoinAsync))]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task Who_has_not_joined_gets_nothing_and_settles_nothing()
    {
        await EnqueueAsync(Samples.Plain());
        var stranger = new TestWorker(Broker, Queue, new WorkerIncarnation("stranger", Guid.NewGuid()));

        var reply = await stranger.CallAsync(10);

        Assert.Equal(LeaseStatus.DeadIncarnation, reply.Status);
        Assert.Empty(reply.Tasks);
        Assert.Equal(1, (await CountAsync()).Pending);
        Assert.False(Broker.Renew(Queue, stranger.Incarnation).Alive);
    }

    [Fact]
    [Covers(nameof(IBroker.JoinAsync))]
    public async Task Joining_again_changes_nothing()
    {
        var (worker, leased) = await HoldAsync(Samples.Plain());

        await Broker.JoinAsync(Queue, worker.Incarnation, LeaseTime, CancellationToken.None);

        Assert.True(await worker.SettleAsync(leased.Key, SettlementKind.Succeeded));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task A_request_number_that_was_seen_does_nothing()
    {
        var (worker, leased) = await HoldAsync(Samples.Plain());
        await EnqueueAsync(Samples.Plain());
        foreach (var number in new[] { worker.Number, worker.Number - 1, long.MinValue })
        {
            var reply = await Broker.LeaseAsync(
                Queue,
                new LeaseRequest
                {
                    Worker = worker.Incarnation,
                    Number = number,
                    Finished = [new Settlement(leased.Key, SettlementKind.Succeeded)],
                    MaxTasks = 10,
                },
                CancellationToken.None);
            Assert.Equal(LeaseStatus.OldRequest, reply.Status);
            Assert.Empty(reply.Tasks);
        }

        Assert.Equal((1, 1), ((await CountAsync()).Pending, (await CountAsync()).Leased));
        Assert.True(await worker.SettleAsync(leased.Key, SettlementKind.Succeeded));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task No_more_is_taken_than_was_asked_for()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 5).Select(_ => Samples.Plain(bodyLength: 100 - EnvelopeHeader.Size))]);
        var worker = await JoinAsync();

        Assert.Empty((await worker.CallAsync(0)).Tasks);
        Assert.Single((await worker.CallAsync(10, maxBytes: 0)).Tasks);
        Assert.Single((await worker.CallAsync(10, maxBytes: 199)).Tasks);
        Assert.Equal(2, (await worker.CallAsync(10, maxBytes: 200)).Tasks.Count);
        Assert.Single((await worker.CallAsync(10)).Tasks);
        Assert.Empty((await worker.CallAsync(10)).Tasks);
        Assert.Equal((0, 5), ((await CountAsync()).Pending, (await CountAsync()).Leased));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task Two_workers_never_hold_the_same_task()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 100).Select(_ => Samples.Plain())]);
        TestWorker[] workers = [await JoinAsync("a"), await JoinAsync("b"), await JoinAsync("c"), await JoinAsync("d")];

        var taken = await Task.WhenAll(workers.Select(worker => Task.Run(async () =>
        {
            var all = new List<Guid>();
            while (await worker.TakeAsync(3) is { Count: > 0 } page)
            {
                all.AddRange(page.Select(leased => leased.Key.Id));
            }

            return all;
        })));

        Assert.Equal(100, taken.Sum(all => all.Count));
        Assert.Equal(100, taken.SelectMany(all => all).Distinct().Count());
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task A_lease_alone_does_not_change_the_record_but_a_start_mark_does()
    {
        var task = Samples.Recorded();
        var (worker, leased) = await HoldAsync(task);
        Assert.Equal(TaskState.Pending, (await RecordAsync(task.Id)).State);

        Assert.True(await worker.StartAsync(leased.Key, attempt: 2));

        var record = await RecordAsync(task.Id);
        Assert.Equal((TaskState.Running, 2, worker.Incarnation.ToString()), (record.State, record.Attempt, record.WorkerId));
        Assert.Equal((await worker.CallAsync()).Now, record.StartedAt!.Value, Step);
        Assert.False(await worker.StartAsync(leased.Key with { Fence = leased.Key.Fence + 1 }));
        Assert.False(await worker.StartAsync(new LeaseKey(0, Guid.NewGuid())));
        Assert.False(await (await JoinAsync()).StartAsync(leased.Key));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task One_call_settles_then_marks_then_takes()
    {
        await EnqueueAsync(Samples.Recorded(), Samples.Recorded());
        var worker = await JoinAsync();
        var first = await worker.TakeOneAsync();
        var second = await worker.TakeOneAsync();

        var reply = await worker.CallAsync(
            10,
            [new Settlement(first.Key, SettlementKind.HandBack)],
            [new StartMark(first.Key, 1), new StartMark(second.Key, 1)]);

        Assert.Equal([true], reply.Settled);
        Assert.Equal([false, true], reply.Started);
        Assert.Equal(first.Key with { Fence = first.Key.Fence + 1 }, Assert.Single(reply.Tasks).Key);
    }

    [Fact]
    [Covers(nameof(IBroker.ReconcileAsync))]
    public async Task Reconciling_returns_what_is_held_and_outdates_the_requests_before_it()
    {
        await EnqueueAsync(Samples.Plain(), Samples.Plain(), Samples.Plain());
        var worker = await JoinAsync();
        var taken = await worker.TakeAsync();
        await worker.SettleAsync(taken[1].Key, SettlementKind.Succeeded);

        var reply = await Broker.ReconcileAsync(Queue, worker.Incarnation, 10, CancellationToken.None);

        Assert.Equal(LeaseStatus.Ok, reply.Status);
        Assert.Equal(new[] { taken[0], taken[2] }.Select(Shown).Order(), reply.Held.Select(Shown).Order());
        Assert.Equal(LeaseStatus.OldRequest, (await worker.CallAsync()).Status);
        await Broker.ReconcileAsync(Queue, worker.Incarnation, 5, CancellationToken.None);
        Assert.Equal(LeaseStatus.OldRequest, (await LeaseAsNumberAsync(worker.Incarnation, 10)).Status);
        Assert.Equal(LeaseStatus.Ok, (await LeaseAsNumberAsync(worker.Incarnation, 11)).Status);
    }

    [Fact]
    [Covers(nameof(IBroker.ReconcileAsync))]
    public async Task Reconciling_a_stranger_is_refused()
    {
        var reply = await Broker.ReconcileAsync(Queue, new WorkerIncarnation("stranger", Guid.NewGuid()), 1, CancellationToken.None);
        Assert.Equal(LeaseStatus.DeadIncarnation, reply.Status);
        Assert.Empty(reply.Held);
    }

    [Fact]
    [Covers(nameof(IBroker.Renew))]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task Who_renews_keeps_its_leases()
    {
        var (worker, leased) = await HoldAsync(Samples.Plain());
        for (var turn = 0; turn < 4; turn++)
        {
            await AdvanceAsync(LeaseTime / 2);
            Assert.True(Broker.Renew(Queue, worker.Incarnation).Alive);
            Assert.Equal(0, (await MaintainAsync()).Recovered);
        }

        Assert.True(await worker.SettleAsync(leased.Key, SettlementKind.Succeeded));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaveAsync))]
    public async Task Who_leaves_hands_everything_back_to_the_front_and_stays_out()
    {
        NewTask[] tasks = [Samples.Recorded(), Samples.Recorded(), Samples.Recorded()];
        await EnqueueAsync(tasks);
        var worker = await JoinAsync();
        var taken = await worker.TakeAsync(2);
        await worker.StartAsync(taken[0].Key);

        await Broker.LeaveAsync(Queue, worker.Incarnation, CancellationToken.None);
        await Broker.LeaveAsync(Queue, worker.Incarnation, CancellationToken.None);
        await Broker.JoinAsync(Queue, worker.Incarnation, LeaseTime, CancellationToken.None);

        Assert.Equal(LeaseStatus.DeadIncarnation, (await worker.CallAsync(10)).Status);
        Assert.False(Broker.Renew(Queue, worker.Incarnation).Alive);
        Assert.Equal(TaskState.Pending, (await RecordAsync(tasks[0].Id)).State);
        var again = await (await JoinAsync()).TakeAsync();
        Assert.Equal(taken.Select(leased => leased.Key.Id).Order(), again.Take(2).Select(leased => leased.Key.Id).Order());
        Assert.Equal(tasks[2].Id, again[2].Key.Id);
        Assert.All(again.Take(2), leased => Assert.Equal((1u, 0, 0), Counted(leased)));
    }

    [Fact]
    [Covers(nameof(IBroker.CountAsync))]
    public async Task Every_task_is_counted_where_it_stands()
    {
        await EnqueueAsync(
            Samples.Plain(priority: TaskPriority.High),
            Samples.Plain(priority: TaskPriority.High),
            Samples.Plain(),
            Samples.Plain() with { Delay = Step },
            Samples.Keyed("key"));
        var worker = await JoinAsync();
        var taken = await worker.TakeAsync(2);
        await worker.SettleAsync(taken[0].Key, SettlementKind.Failed);

        Assert.Equal(new Counts(Pending: 2, Delayed: 1, Leased: 1, DeadLetters: 1, Records: 1, IdempotencyKeys: 1), await CountAsync());
    }

    private async Task<LeaseReply> LeaseAsNumberAsync(WorkerIncarnation worker, long number) =>
        await Broker.LeaseAsync(Queue, new LeaseRequest { Worker = worker, Number = number }, CancellationToken.None);

    private static string Shown(LeasedTask leased) => $"{leased.Key} {Convert.ToHexString(leased.Envelope.Span)}";

    private static (uint Fence, int Attempts, int Crashes) Counted(LeasedTask leased)
    {
        var header = Samples.Header(leased.Envelope);
        Assert.Equal(leased.Key.Fence, header.Fence);
        return (header.Fence, header.Attempts, header.Crashes);
    }
}
