using System.Collections.Concurrent;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Servers;

namespace Broker.Conformance;

/// <content>Canceling and expiring.</content>
public abstract partial class BrokerConformance
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    [Covers(nameof(IBroker.CancelAsync))]
    public async Task What_waits_is_canceled_at_once(bool hasRecord, int delaySeconds)
    {
        var task = (hasRecord ? Samples.Recorded() : Samples.Plain()) with { Delay = delaySeconds * Step };
        await EnqueueAsync(task);

        var outcome = await CancelAsync(task.Id, "no longer wanted");

        // A broker that finds only what has a record leaves a request instead, which must have the same effect.
        Assert.True(outcome == CancelOutcome.Canceled || (!hasRecord && outcome == CancelOutcome.Requested));
        await AdvanceAsync(delaySeconds > 0 && !hasRecord ? delaySeconds * Step : TimeSpan.Zero);
        await MaintainAsync();
        Assert.Empty(await (await JoinAsync()).TakeAsync());
        var counts = await CountAsync();
        Assert.Equal((0, 0), (counts.Pending, counts.Delayed));
        if (hasRecord)
        {
            var record = await RecordAsync(task.Id);
            Assert.Equal((TaskState.Canceled, "no longer wanted", null), (record.State, record.Reason, record.DueAt));
            Assert.NotNull(record.FinishedAt);
        }
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    public async Task Canceling_takes_out_one_task_and_leaves_the_order_of_the_others()
    {
        var tasks = Enumerable.Range(0, 5).Select(_ => Samples.Recorded()).ToArray();
        await EnqueueAsync(tasks);

        await CancelAsync(tasks[2].Id);

        Assert.Equal(
            [tasks[0].Id, tasks[1].Id, tasks[3].Id, tasks[4].Id], (await (await JoinAsync()).TakeAsync()).Select(leased => leased.Key.Id));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    [Covers(nameof(IBroker.ListenAsync))]
    public async Task Behind_any_number_of_canceled_tasks_the_next_is_found_by_those_who_hear_the_bell()
    {
        var canceled = Enumerable.Range(0, 1300).Select(_ => Samples.Recorded()).ToArray();
        await EnqueueAsync(canceled[..650]);
        await EnqueueAsync(canceled[650..]);
        await Task.WhenAll(canceled.Select(task => CancelAsync(task.Id)));
        var task = Samples.Plain();
        await EnqueueAsync(task);
        var rings = new ConcurrentQueue<BellReason>();
        await using var listener = await Broker.ListenAsync(Queue, rings.Enqueue, CancellationToken.None);
        var worker = await JoinAsync();

        var taken = await worker.TakeAsync();
        while (taken.Count == 0)
        {
            await Wait.UntilAsync(() => rings.TryDequeue(out _), HintLimit, () => "nobody is told that more waits");
            taken = await worker.TakeAsync();
        }

        Assert.Equal(task.Id, Assert.Single(taken).Key.Id);
        Assert.True(worker.Number <= 5, $"It took {worker.Number} calls.");
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    [Covers(nameof(IBroker.Renew))]
    public async Task Who_holds_is_told_until_it_settles()
    {
        var task = Samples.Recorded();
        var (worker, leased) = await HoldAsync(task);
        var other = await JoinAsync("other");

        Assert.Equal(CancelOutcome.Requested, await CancelAsync(task.Id, "stop"));

        for (var turn = 0; turn < 2; turn++)
        {
            Assert.Equal([new CancelRequest(leased.Key, "stop")], Broker.Renew(Queue, worker.Incarnation).Cancels);
            Assert.Empty(Broker.Renew(Queue, other.Incarnation).Cancels);
        }

        await worker.SettleAsync(leased.Key, SettlementKind.Canceled);
        Assert.Empty(Broker.Renew(Queue, worker.Incarnation).Cancels);
        var record = await RecordAsync(task.Id);
        Assert.Equal((TaskState.Canceled, "stop"), (record.State, record.Reason));
    }

    [Theory]
    [InlineData(SettlementKind.Retry)]
    [InlineData(SettlementKind.Snooze)]
    [InlineData(SettlementKind.Defer)]
    [InlineData(SettlementKind.HandBack)]
    [Covers(nameof(IBroker.CancelAsync))]
    public async Task A_cancel_request_wins_over_a_put_back(object kind)
    {
        var task = Samples.Recorded();
        var (worker, leased) = await HoldAsync(task);
        await CancelAsync(task.Id, "stop");

        Assert.True(await worker.SettleAsync(leased.Key, (SettlementKind)kind, new SettlementDetails { Delay = Step, Reason = "retry" }));

        var record = await RecordAsync(task.Id);
        Assert.Equal((TaskState.Canceled, "stop", null), (record.State, record.Reason, record.DueAt));
        Assert.Empty(Broker.Renew(Queue, worker.Incarnation).Cancels);
        Assert.Equal(new Counts(0, 0, 0, 0, 1, 0), await CountAsync());
    }

    [Theory]
    [InlineData(SettlementKind.Succeeded, TaskState.Succeeded)]
    [InlineData(SettlementKind.Failed, TaskState.Failed)]
    [Covers(nameof(IBroker.CancelAsync))]
    public async Task An_end_that_the_holder_has_reached_stands_against_a_cancel_request(object kind, TaskState state)
    {
        var task = Samples.Recorded();
        var (worker, leased) = await HoldAsync(task);
        await CancelAsync(task.Id);

        await worker.SettleAsync(leased.Key, (SettlementKind)kind);

        Assert.Equal(state, (await RecordAsync(task.Id)).State);
        Assert.Equal(CancelOutcome.AlreadyEnded, await CancelAsync(task.Id));
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    [Covers(nameof(IBroker.MaintainAsync))]
    [Covers(nameof(IBroker.LeaveAsync))]
    public async Task A_cancel_request_outlives_its_holder()
    {
        NewTask[] tasks = [Samples.Recorded(), Samples.Recorded()];
        await EnqueueAsync(tasks);
        var dying = await JoinAsync("dying");
        var leaving = await JoinAsync("leaving");
        await dying.TakeOneAsync();
        await leaving.TakeOneAsync();
        await CancelAsync(tasks[0].Id, "first");
        await CancelAsync(tasks[1].Id, "second");

        await Broker.LeaveAsync(Queue, leaving.Incarnation, CancellationToken.None);
        await KillAsync(dying);
        var maintained = await MaintainAsync(maxCrashes: 1);

        Assert.Equal((0, 0), (maintained.Recovered, maintained.Poisoned));
        var (first, second) = (await RecordAsync(tasks[0].Id), await RecordAsync(tasks[1].Id));
        Assert.Equal((TaskState.Canceled, "first"), (first.State, first.Reason));
        Assert.Equal((TaskState.Canceled, "second"), (second.State, second.Reason));
        Assert.Equal(0, (await CountAsync()).Pending);
    }

    [Fact]
    [Covers(nameof(IBroker.CancelAsync))]
    public async Task What_is_not_there_cannot_be_canceled_and_what_has_ended_neither()
    {
        var task = Samples.Recorded();
        await EnqueueAsync(task);
        await CancelAsync(task.Id, "first");

        Assert.Equal(CancelOutcome.AlreadyEnded, await CancelAsync(task.Id, "second"));
        Assert.Equal("first", (await RecordAsync(task.Id)).Reason);
        Assert.Contains(await CancelAsync(Guid.NewGuid()), new[] { CancelOutcome.NotFound, CancelOutcome.Requested });
    }

    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task What_waits_too_long_ends_as_expired()
    {
        var pending = Samples.Recorded() with { ExpiresAfter = Step };
        var delayed = Samples.Recorded() with { ExpiresAfter = Step, Delay = 20 * Step };
        var later = Samples.Recorded() with { ExpiresAfter = 20 * Step };
        await EnqueueAsync(pending, delayed, later);
        var record = await RecordAsync(pending.Id);
        Assert.Equal((record.EnqueuedAt + Step).ToUnixTimeMilliseconds(), (await MaintainAsync()).NextDue!.Value.ToUnixTimeMilliseconds());

        await AdvanceAsync(Step);
        var maintained = await MaintainAsync();

        Assert.Equal(2, maintained.Expired);
        Assert.Equal(
            (TaskState.Expired, TaskState.Expired), ((await RecordAsync(pending.Id)).State, (await RecordAsync(delayed.Id)).State));
        Assert.NotNull((await RecordAsync(pending.Id)).FinishedAt);
        var leased = await (await JoinAsync()).TakeOneAsync();
        Assert.Equal(later.Id, leased.Key.Id);
        Assert.Equal((record.EnqueuedAt + (20 * Step)).ToUnixTimeMilliseconds(), Samples.Header(leased.Envelope).ExpiresAtMs);
        Assert.Null((await MaintainAsync()).NextDue);
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task What_has_expired_is_still_leased_and_the_holder_judges()
    {
        var task = Samples.Plain() with { ExpiresAfter = Step };
        await EnqueueAsync(task);
        await AdvanceAsync(2 * Step);
        Assert.Equal(0, (await MaintainAsync()).Expired);

        var reply = await (await JoinAsync()).CallAsync(1);

        Assert.True(Samples.Header(Assert.Single(reply.Tasks).Envelope).ExpiresAtMs <= reply.Now.ToUnixTimeMilliseconds());
    }

    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task What_is_held_does_not_expire()
    {
        var task = Samples.Recorded() with { ExpiresAfter = Step };
        var (worker, leased) = await HoldAsync(task);
        await AdvanceAsync(Step);
        Assert.True(Broker.Renew(Queue, worker.Incarnation).Alive);

        Assert.Equal(0, (await MaintainAsync()).Expired);

        await worker.SettleAsync(leased.Key, SettlementKind.HandBack);
        Assert.Equal(1, (await MaintainAsync()).Expired);
        Assert.Equal(TaskState.Expired, (await RecordAsync(task.Id)).State);
    }
}
