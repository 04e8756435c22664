using System.Runtime.InteropServices;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <content>The entry of tasks.</content>
public abstract partial class BrokerConformance
{
    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task What_is_enqueued_is_leased_with_the_same_body()
    {
        var task = Samples.Recorded();
        var outcome = Assert.Single(await EnqueueAsync(task));
        var record = await RecordAsync(task.Id);
        var leased = await (await JoinAsync()).TakeOneAsync();

        Assert.Equal(new EnqueueOutcome(task.Id, Joined: false), outcome);
        Assert.Equal(task.Id, leased.Key.Id);
        Assert.Equal(task.Envelope[EnvelopeHeader.Size..], leased.Envelope[EnvelopeHeader.Size..]);
        Assert.Equal((TaskState.Pending, "sample", 3, 0), (record.State, record.Name, record.MaxAttempts, record.Attempt));
        Assert.Equal(record.EnqueuedAt.ToUnixTimeMilliseconds(), Samples.Header(leased.Envelope).EnqueuedAtMs);
        Assert.Equal(0, Samples.Header(leased.Envelope).ExpiresAtMs);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task The_broker_owns_its_bytes()
    {
        var task = Samples.Plain();
        var expected = task.Envelope.ToArray();
        await EnqueueAsync(task);
        MemoryMarshal.AsMemory(task.Envelope).Span.Clear();
        var worker = await JoinAsync();
        var leased = await worker.TakeOneAsync();
        Assert.Equal(expected[EnvelopeHeader.Size..], leased.Envelope[EnvelopeHeader.Size..].ToArray());

        MemoryMarshal.AsMemory(leased.Envelope).Span.Clear();
        await worker.SettleAsync(leased.Key, SettlementKind.Failed);
        var letter = Assert.Single(await DeadLettersAsync());
        Assert.Equal(expected[EnvelopeHeader.Size..], letter.Envelope[EnvelopeHeader.Size..].ToArray());

        MemoryMarshal.AsMemory(letter.Envelope).Span.Clear();
        Assert.Equal(expected[EnvelopeHeader.Size..], Assert.Single(await DeadLettersAsync()).Envelope[EnvelopeHeader.Size..].ToArray());
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task A_repeated_batch_gets_the_first_reply_and_adds_nothing()
    {
        NewTask[] tasks = [Samples.Plain(), Samples.Keyed("same"), Samples.Keyed("same")];
        var first = await EnqueueAsync(tasks);
        BatchNumber--;
        var second = await EnqueueAsync(tasks);

        Assert.Equal(first, second);
        Assert.Equal(2, (await CountAsync()).Pending);
        Assert.Equal(2, (await (await JoinAsync()).TakeAsync()).Count);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task Only_the_same_producer_repeats_a_batch()
    {
        await Broker.EnqueueAsync(Queue, new EnqueueBatch(Guid.NewGuid(), 1, [Samples.Plain()]), CancellationToken.None);
        await Broker.EnqueueAsync(Queue, new EnqueueBatch(Guid.NewGuid(), 1, [Samples.Plain()]), CancellationToken.None);

        Assert.Equal(2, (await CountAsync()).Pending);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task The_last_1024_batches_of_a_producer_are_remembered()
    {
        var first = Samples.Plain();
        await EnqueueAsync(first);
        for (var index = 1; index < 1024; index++)
        {
            await EnqueueAsync(Samples.Plain());
        }

        await Broker.EnqueueAsync(Queue, new EnqueueBatch(Producer, 1, [first]), CancellationToken.None);

        Assert.Equal(1024, (await CountAsync()).Pending);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task A_task_whose_record_is_there_is_the_same_task()
    {
        var task = Samples.Recorded();
        await EnqueueAsync(task);
        Assert.Equal([new EnqueueOutcome(task.Id, Joined: false)], await EnqueueAsync(task));
        Assert.Equal(1, (await CountAsync()).Pending);

        var worker = await JoinAsync();
        await worker.SettleAsync((await worker.TakeOneAsync()).Key, SettlementKind.Succeeded);

        Assert.Equal([new EnqueueOutcome(task.Id, Joined: false)], await EnqueueAsync(task));
        Assert.Equal(0, (await CountAsync()).Pending);
        Assert.Equal(TaskState.Succeeded, (await RecordAsync(task.Id)).State);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task A_batch_with_one_bad_task_changes_nothing()
    {
        var good = Samples.Keyed("key");
        NewTask[] bad =
        [
            Samples.Plain() with { Envelope = default },
            Samples.Plain() with { Envelope = new byte[EnvelopeHeader.Size - 1] },
            Samples.Plain() with { Id = Guid.NewGuid() },
            Samples.Plain(Guid.Empty),
            Samples.Plain() with { IdempotencyKey = "no record" },
            Samples.Plain() with { HasRecord = true },
            Samples.Recorded() with { HasRecord = false },
        ];
        foreach (var task in bad)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => EnqueueAsync(good, task));
        }

        Assert.Equal(default, await CountAsync());
        Assert.Null(await FindRecordAsync(good.Id));
        BatchNumber--;
        Assert.Equal([new EnqueueOutcome(good.Id, Joined: false)], await EnqueueAsync(good));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task A_batch_of_no_task_or_too_many_is_refused(int count)
    {
        var tasks = Enumerable.Range(0, count).Select(_ => Samples.Plain()).ToArray();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => EnqueueAsync(tasks));
        Assert.Equal(0, (await CountAsync()).Pending);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Covers(nameof(IBroker.LargestBatch))]
    public async Task The_largest_batch_enters_in_order(bool hasRecord)
    {
        var limit = Broker.LargestBatch(hasRecord);
        var tasks = Enumerable.Range(0, limit.Tasks).Select(_ => hasRecord ? Samples.Recorded() : Samples.Plain()).ToArray();

        await EnqueueAsync(tasks);

        Assert.InRange(limit.Tasks, 1, 1000);
        Assert.True(limit.Bytes > 0);
        Assert.Equal(tasks.Take(200).Select(task => task.Id), (await (await JoinAsync()).TakeAsync()).Select(leased => leased.Key.Id));
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task Priorities_are_taken_from_high_to_low_and_each_in_order()
    {
        TaskPriority[] priorities =
            [TaskPriority.Low, TaskPriority.High, TaskPriority.Normal, TaskPriority.Low, TaskPriority.High, TaskPriority.Normal];
        var tasks = priorities.Select(priority => Samples.Plain(priority: priority)).ToArray();
        await EnqueueAsync(tasks);

        var taken = await (await JoinAsync()).TakeAsync();

        int[] expected = [1, 4, 2, 5, 0, 3];
        Assert.Equal(expected.Select(index => tasks[index].Id), taken.Select(leased => leased.Key.Id));
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task Child_tasks_take_turns_with_those_of_their_priority_and_keep_their_order()
    {
        var worker = await JoinAsync();
        var high = Samples.Plain(priority: TaskPriority.High);
        var waiting = Samples.Plain();
        await EnqueueAsync(waiting, high);
        NewTask[] children = [Samples.Plain() with { AtFront = true }, Samples.Plain() with { AtFront = true }];
        await EnqueueAsync(children);

        var taken = await worker.TakeAsync();

        Assert.Equal([high.Id, children[0].Id, waiting.Id, children[1].Id], taken.Select(leased => leased.Key.Id));
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task A_delayed_task_waits_for_its_time()
    {
        var byDelay = Samples.Recorded() with { Delay = Step };
        await EnqueueAsync(byDelay);
        var record = await RecordAsync(byDelay.Id);
        var byTime = Samples.Recorded() with { NotBefore = record.EnqueuedAt + (2 * Step) };
        var past = Samples.Recorded() with { NotBefore = record.EnqueuedAt - Step };
        await EnqueueAsync(byTime, past);
        var worker = await JoinAsync();

        Assert.Equal((TaskState.Scheduled, record.EnqueuedAt + Step), (record.State, record.DueAt));
        Assert.Equal(past.Id, (await worker.TakeOneAsync()).Key.Id);
        Assert.Equal(record.DueAt, (await MaintainAsync()).NextDue);
        Assert.Empty(await worker.TakeAsync());

        await AdvanceAsync(Step);
        Assert.Equal(1, (await MaintainAsync()).Promoted);
        var promoted = await RecordAsync(byDelay.Id);
        Assert.Equal((TaskState.Pending, null), (promoted.State, promoted.DueAt));
        Assert.Equal(byDelay.Id, (await worker.TakeOneAsync()).Key.Id);

        await AdvanceAsync(Step);
        var last = await MaintainAsync();
        Assert.Equal((1, null), (last.Promoted, last.NextDue));
        Assert.Equal(byTime.Id, (await worker.TakeOneAsync()).Key.Id);
    }

    [Fact]
    [Covers(nameof(IBroker.EnqueueAsync))]
    public async Task Times_without_end_do_not_overflow()
    {
        var delay = Samples.Recorded() with { Delay = TimeSpan.MaxValue, ExpiresAfter = TimeSpan.MaxValue };
        var time = Samples.Recorded() with { NotBefore = DateTimeOffset.MaxValue, ExpiresAt = DateTimeOffset.MaxValue };
        var ttl = Samples.Keyed("key") with { RecordTtl = TimeSpan.MaxValue, KeyTtl = TimeSpan.MaxValue };
        var past = Samples.Recorded() with { NotBefore = DateTimeOffset.MinValue, Delay = null };
        var negative = Samples.Recorded() with { Delay = TimeSpan.MinValue };
        await EnqueueAsync(delay, time, ttl, past, negative);

        Assert.Equal(DateTimeOffset.MaxValue, (await RecordAsync(delay.Id)).DueAt);
        Assert.Equal((3, 2), ((await CountAsync()).Pending, (await CountAsync()).Delayed));
        Assert.Equal(0, (await MaintainAsync()).Promoted);
        var worker = await JoinAsync();
        var taken = await worker.TakeAsync();
        Assert.Equal(3, taken.Count);
        Assert.True(await worker.SettleAsync(taken[0].Key, SettlementKind.Succeeded));
        Assert.True(await worker.SettleAsync(taken[1].Key, SettlementKind.Retry, new SettlementDetails { Delay = TimeSpan.MaxValue }));
        Assert.True(await worker.SettleAsync(taken[2].Key, SettlementKind.Retry, new SettlementDetails { Delay = TimeSpan.MinValue }));
        Assert.Equal((1, 3), ((await CountAsync()).Pending, (await CountAsync()).Delayed));
    }
}
