using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>Death, zombies and recovery.</content>
public abstract partial class BrokerConformance
{
    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task What_a_dead_incarnation_held_goes_back_to_the_front()
    {
        NewTask[] tasks = [Samples.Recorded(), Samples.Plain(), Samples.Plain()];
        await EnqueueAsync(tasks);
        var worker = await JoinAsync();
        var taken = await worker.TakeAsync(2);
        await worker.StartAsync(taken[0].Key);
        await KillAsync(worker);

        var maintained = await MaintainAsync();

        Assert.Equal((2, 0, false), (maintained.Recovered, maintained.Poisoned, maintained.More));
        Assert.Equal(TaskState.Pending, (await RecordAsync(tasks[0].Id)).State);
        var again = await (await JoinAsync()).TakeAsync();
        Assert.Equal(taken.Select(leased => leased.Key.Id).Order(), again.Take(2).Select(leased => leased.Key.Id).Order());
        Assert.Equal(tasks[2].Id, again[2].Key.Id);
        Assert.All(again.Take(2), leased => Assert.Equal((1u, 0, 1), Counted(leased)));
        Assert.Equal((0u, 0, 0), Counted(again[2]));
    }

    [Fact]
    [Covers(nameof(IBroker.CountWorkersAsync))]
    public async Task Only_workers_whose_heart_beats_are_counted()
    {
        Assert.Equal(0, await CountWorkersAsync());
        var worker = await JoinAsync();
        var other = await JoinAsync("other");
        Assert.Equal(2, await CountWorkersAsync());

        await Broker.LeaveAsync(Queue, other.Incarnation, CancellationToken.None);
        Assert.Equal(1, await CountWorkersAsync());

        await LoseHeartbeatAsync(worker.Incarnation);
        await AdvanceAsync(LeaseTime + TimeSpan.FromSeconds(1));
        Assert.Equal(0, await CountWorkersAsync());
        await MaintainAsync();
        Assert.Equal(0, await CountWorkersAsync());

        async Task<int> CountWorkersAsync() => await Broker.CountWorkersAsync(Queue, CancellationToken.None);
    }

    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task No_incarnation_is_dead_before_its_lease_is_over_or_if_its_heart_beats_again()
    {
        var (worker, leased) = await HoldAsync(Samples.Plain());
        await LoseHeartbeatAsync(worker.Incarnation);
        await AdvanceAsync(LeaseTime / 2);
        Assert.Equal(0, (await MaintainAsync()).Recovered);
        await RestoreHeartbeatAsync(worker.Incarnation);
        Assert.True(Broker.Renew(Queue, worker.Incarnation).Alive);
        await AdvanceAsync(LeaseTime * 3 / 4);

        Assert.Equal(0, (await MaintainAsync()).Recovered);
        Assert.True(await worker.SettleAsync(leased.Key, SettlementKind.Succeeded));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    [Covers(nameof(IBroker.Renew))]
    [Covers(nameof(IBroker.ReconcileAsync))]
    [Covers(nameof(IBroker.ReportProgressAsync))]
    [Covers(nameof(IBroker.JoinAsync))]
    public async Task A_zombie_is_refused_everything()
    {
        var task = Samples.Recorded();
        var (zombie, leased) = await HoldAsync(task);
        await KillAsync(zombie);
        await MaintainAsync();
        await RestoreHeartbeatAsync(zombie.Incarnation);
        await Broker.JoinAsync(Queue, zombie.Incarnation, LeaseTime, CancellationToken.None);
        var before = await RecordAsync(task.Id);

        var reply = await zombie.CallAsync(10, [new Settlement(leased.Key, SettlementKind.Succeeded)], [new StartMark(leased.Key, 1)]);

        Assert.Equal(LeaseStatus.DeadIncarnation, reply.Status);
        Assert.Empty(reply.Tasks);
        Assert.False(Broker.Renew(Queue, zombie.Incarnation).Alive);
        Assert.Equal([false], await ReportAsync(zombie, leased.Key, "zombie"));
        Assert.Equal(
            LeaseStatus.DeadIncarnation, (await Broker.ReconcileAsync(Queue, zombie.Incarnation, 99, CancellationToken.None)).Status);
        await Broker.LeaveAsync(Queue, zombie.Incarnation, CancellationToken.None);
        Assert.Equal(before, await RecordAsync(task.Id));
        Assert.Equal(1, (await CountAsync()).Pending);

        var next = await JoinAsync(zombie.Incarnation.Name);
        Assert.True(await next.SettleAsync((await next.TakeOneAsync()).Key, SettlementKind.Succeeded));
    }

    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task Only_a_started_task_is_blamed_again_and_then_is_poison()
    {
        var guilty = Samples.Recorded();
        var innocent = Samples.Recorded();
        await EnqueueAsync(guilty, innocent);
        int[][] crashes = [[1, 1], [2, 1], [3, 1]];
        foreach (var expected in crashes)
        {
            var worker = await JoinAsync();
            var taken = await worker.TakeAsync();
            await worker.StartAsync(taken.Single(leased => leased.Key.Id == guilty.Id).Key);
            await KillAsync(worker);
            var maintained = await MaintainAsync(maxCrashes: 3);
            var poisoned = expected[0] == 3;
            Assert.Equal(poisoned ? (1, 1) : (2, 0), (maintained.Recovered, maintained.Poisoned));
            var looking = await JoinAsync();
            var seen = await looking.TakeAsync();
            Assert.Equal(expected[1], Samples.Header(seen.Single(leased => leased.Key.Id == innocent.Id).Envelope).Crashes);
            Assert.Equal(poisoned ? 1 : 2, seen.Count);
            await Broker.LeaveAsync(Queue, looking.Incarnation, CancellationToken.None);
        }

        var record = await RecordAsync(guilty.Id);
        Assert.Equal((TaskState.Failed, DeadLetterReasons.Poison), (record.State, record.Reason));
        var letter = Assert.Single(await DeadLettersAsync());
        Assert.Equal(
            (guilty.Id, DeadLetterReasons.Poison, (byte)3), (letter.Key.Id, letter.Reason, Samples.Header(letter.Envelope).Crashes));
    }

    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task A_start_mark_ends_with_its_lease()
    {
        var (first, leased) = await HoldAsync(Samples.Plain());
        await first.StartAsync(leased.Key);
        await KillAsync(first);
        await MaintainAsync();
        var second = await JoinAsync();
        await second.TakeOneAsync();
        await KillAsync(second);
        await MaintainAsync();

        Assert.Equal((2u, 0, 1), Counted(await (await JoinAsync()).TakeOneAsync()));
    }

    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task Ten_thousand_tasks_are_recovered_in_pages()
    {
        for (var batch = 0; batch < 10; batch++)
        {
            await EnqueueAsync([.. Enumerable.Range(0, 1000).Select(_ => Samples.Plain(bodyLength: 0))]);
        }

        var worker = await JoinAsync();
        for (var turn = 0; turn < 50; turn++)
        {
            Assert.Equal(200, (await worker.TakeAsync()).Count);
        }

        await KillAsync(worker);
        var pages = 0;
        MaintenanceReply page;
        do
        {
            page = await MaintainAsync();
            pages++;
            Assert.Equal(200, page.Recovered);
            Assert.Equal((10_000 - (200 * pages), 200 * pages), ((await CountAsync()).Leased, (await CountAsync()).Pending));
            Assert.Equal(LeaseStatus.DeadIncarnation, (await worker.CallAsync(10)).Status);
        }
        while (page.More);

        Assert.Equal(50, pages);
    }

    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task Promotion_and_expiry_come_in_pages_too()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 5).Select(_ => Samples.Plain() with { Delay = Step })]);
        await EnqueueAsync([.. Enumerable.Range(0, 5).Select(_ => Samples.Recorded() with { ExpiresAfter = Step })]);
        await AdvanceAsync(Step);

        var first = await MaintainAsync(pageSize: 2);
        var second = await MaintainAsync(pageSize: 2);
        var third = await MaintainAsync(pageSize: 2);

        Assert.Equal((2, 2, true), (first.Promoted, first.Expired, first.More));
        Assert.Equal((2, 2, true), (second.Promoted, second.Expired, second.More));
        Assert.Equal((1, 1, false), (third.Promoted, third.Expired, third.More));
    }
}
