using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>Idempotency keys.</content>
public abstract partial class BrokerConformance
{
    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task A_key_joins_the_task_that_lives_in_every_place_it_can_stand()
    {
        var owner = Samples.Keyed("key") with { Delay = Step };
        await EnqueueAsync(owner);
        await AssertJoinsAsync("key", owner.Id);
        await AdvanceAsync(Step);
        await MaintainAsync();
        await AssertJoinsAsync("key", owner.Id);
        var worker = await JoinAsync();
        var leased = await worker.TakeOneAsync();
        await AssertJoinsAsync("key", owner.Id);
        await worker.SettleAsync(leased.Key, SettlementKind.Retry, new SettlementDetails { Delay = Step });
        await AssertJoinsAsync("key", owner.Id);

        Assert.Equal(1, (await CountAsync()).IdempotencyKeys);
        Assert.Equal(1, (await CountAsync()).Records);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task Equal_keys_in_one_batch_join_and_others_do_not()
    {
        NewTask[] tasks = [Samples.Keyed("a"), Samples.Keyed("b"), Samples.Keyed("a"), Samples.Keyed("A")];

        var outcomes = await EnqueueAsync(tasks);

        EnqueueOutcome[] expected = [new(tasks[0].Id, false), new(tasks[1].Id, false), new(tasks[0].Id, true), new(tasks[3].Id, false)];
        Assert.Equal(expected, outcomes);
        Assert.Null(await FindRecordAsync(tasks[2].Id));
        Assert.Equal(3, (await CountAsync()).Pending);
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task A_success_answers_for_its_key_until_the_ttl_of_the_key_and_its_record_as_long()
    {
        var task = Samples.Keyed("key") with { KeyTtl = 2 * Step, RecordTtl = TimeSpan.FromMilliseconds(1) };
        var (worker, leased) = await HoldAsync(task);
        await worker.SettleAsync(leased.Key, SettlementKind.Succeeded);

        await AdvanceAsync(Step);
        await AssertJoinsAsync("key", task.Id);
        Assert.NotNull(await FindRecordAsync(task.Id));

        await AdvanceAsync(Step);
        Assert.Null(await FindRecordAsync(task.Id));
        Assert.Equal((0, 0), ((await CountAsync()).Records, (await CountAsync()).IdempotencyKeys));
        await AssertFreeAsync("key");
    }

    [Theory]
    [InlineData(SettlementKind.Failed)]
    [InlineData(SettlementKind.Canceled)]
    [InlineData(SettlementKind.Expired)]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task Every_other_end_frees_the_key_at_once(object kind)
    {
        var (worker, leased) = await HoldAsync(Samples.Keyed("key"));

        await worker.SettleAsync(leased.Key, (SettlementKind)kind);

        Assert.Equal(0, (await CountAsync()).IdempotencyKeys);
        await AssertFreeAsync("key");
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task Ends_without_a_holder_free_the_key_too()
    {
        var canceled = Samples.Keyed("canceled");
        var expired = Samples.Keyed("expired") with { ExpiresAfter = Step };
        var poison = Samples.Keyed("poison") with { Priority = TaskPriority.High };
        await EnqueueAsync(canceled, expired, poison);
        var worker = await JoinAsync();
        await worker.TakeOneAsync();
        await CancelAsync(canceled.Id);
        await KillAsync(worker);
        await MaintainAsync(maxCrashes: 1);

        Assert.Equal(0, (await CountAsync()).IdempotencyKeys);
        await AssertFreeAsync("canceled");
        await AssertFreeAsync("expired");
        await AssertFreeAsync("poison");
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task A_key_claimed_again_is_not_freed_by_what_was_there_before()
    {
        var first = Samples.Keyed("key") with { KeyTtl = Step, RecordTtl = 20 * Step };
        var (worker, leased) = await HoldAsync(first);
        await worker.SettleAsync(leased.Key, SettlementKind.Succeeded);
        await AdvanceAsync(Step);
        var second = Samples.Keyed("key");
        await EnqueueAsync(second);

        await MaintainAsync();
        await AdvanceAsync(2 * Step);
        await MaintainAsync();

        await AssertJoinsAsync("key", second.Id);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task A_key_joins_nothing_that_waits_beyond_its_deadline()
    {
        var pending = Samples.Keyed("pending") with { ExpiresAfter = 2 * Step };
        var delayed = Samples.Keyed("delayed") with { ExpiresAfter = 2 * Step, Delay = 9 * Step };
        var retrying = Samples.Keyed("retrying") with { ExpiresAfter = 2 * Step, Priority = TaskPriority.High };
        var followed = Samples.Keyed("followed") with { ExpiresAfter = 2 * Step, Follow = new CanvasPointer(Queue, Guid.NewGuid(), 3) };
        NewTask[] owners = [pending, delayed, retrying, followed];
        await EnqueueAsync(owners);
        var worker = await JoinAsync();
        await worker.SettleAsync((await worker.TakeOneAsync()).Key, SettlementKind.Retry, new SettlementDetails { Delay = 9 * Step });
        await AdvanceAsync(2 * Step);

        foreach (var key in (string[])["pending", "delayed", "retrying", "followed"])
        {
            await AssertFreeAsync(key);
        }

        foreach (var owner in owners)
        {
            var record = await RecordAsync(owner.Id);
            Assert.Equal(TaskState.Expired, record.State);
            Assert.NotNull(record.FinishedAt);
        }

        var counts = await CountAsync();
        Assert.Equal((0, 4), (counts.Delayed, counts.IdempotencyKeys));
        Assert.Equal(0, (await MaintainAsync()).Expired);
        var report = Assert.Single((await Broker.DeliverAsync(Queue, new DeliveryRequest([], Max: 9), CancellationToken.None)).Deliveries);
        Assert.Equal(TaskState.Expired, Assert.IsType<ReportDelivery>(report).Ended.State);

        // What is leased is what came last: nothing of the old is left in the lists.
        var leased = await worker.TakeAsync(9);
        Assert.Equal(4, leased.Count);
        Assert.DoesNotContain(leased, task => owners.Any(owner => owner.Id == task.Key.Id));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task A_task_leased_beyond_its_deadline_holds_no_key()
    {
        await EnqueueAsync(Samples.Keyed("key") with { ExpiresAfter = Step }, Samples.Keyed("other") with { ExpiresAfter = 9 * Step });
        await AdvanceAsync(Step);
        var worker = await JoinAsync();
        var leased = await worker.TakeAsync(2);

        var next = Samples.Keyed("key");
        await EnqueueAsync(next);
        await AssertJoinsAsync("other", leased[1].Key.Id);
        await worker.SettleAsync(leased[0].Key, SettlementKind.Expired);

        await AssertJoinsAsync("key", next.Id);
        Assert.Equal(TaskState.Expired, (await RecordAsync(leased[0].Key.Id)).State);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task A_key_joins_a_task_that_a_dead_worker_holds_beyond_its_deadline_until_it_waits_again()
    {
        var owner = Samples.Keyed("key") with { ExpiresAfter = 2 * Step };
        var (worker, _) = await HoldAsync(owner);
        await KillAsync(worker);

        await AssertJoinsAsync("key", owner.Id);
        await MaintainAsync(pageSize: 1);

        await AssertFreeAsync("key");
    }

    private async Task AssertJoinsAsync(string key, Guid owner) =>
        Assert.Equal([new EnqueueOutcome(owner, Joined: true)], await EnqueueAsync(Samples.Keyed(key)));

    private async Task AssertFreeAsync(string key)
    {
        var task = Samples.Keyed(key);
        Assert.Equal([new EnqueueOutcome(task.Id, Joined: false)], await EnqueueAsync(task));
    }
}
