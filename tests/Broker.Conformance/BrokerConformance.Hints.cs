using System.Collections.Concurrent;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;
using TaskGen.Servers;

namespace Broker.Conformance;

/// <content>Bells, watches, reading many, dead letters and bytes that nobody should have written.</content>
public abstract partial class BrokerConformance
{
    private static readonly Guid Marker = Guid.NewGuid();
    private static readonly TimeSpan HintLimit = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Rings a bell past the broker. Hints across a network come late, but in the order in which they were sent: once this one is heard,
    /// what has not come is not on its way. False where all hints have been given when a call returns.
    /// </summary>
    private protected virtual ValueTask<bool> TryRingAsync(BellReason reason) => ValueTask.FromResult(false);

    /// <summary>The same for a watch: tells it of a task.</summary>
    private protected virtual ValueTask<bool> TryTellAsync(IBrokerWatch watch, Guid id) => ValueTask.FromResult(false);

    [Fact]
    [Covers(nameof(IBroker.ListenAsync))]
    public async Task The_bell_rings_for_work_for_earlier_times_and_for_cancels()
    {
        var rings = new ConcurrentQueue<BellReason>();
        var listener = await Broker.ListenAsync(Queue, rings.Enqueue, CancellationToken.None);
        var task = Samples.Plain();

        await EnqueueAsync(task);
        await EnqueueAsync(Samples.Plain());
        await AssertRangAsync(rings, BellReason.Work);
        await EnqueueAsync(Samples.Plain() with { Delay = 10 * Step });
        await AssertRangAsync(rings, BellReason.Due);
        await EnqueueAsync(Samples.Plain() with { Delay = 12 * Step });
        await AssertRangAsync(rings);
        await EnqueueAsync(Samples.Recorded() with { ExpiresAfter = 5 * Step });
        await AssertRangAsync(rings, BellReason.Due);
        var worker = await JoinAsync();
        var leased = await worker.TakeAsync();
        await AssertRangAsync(rings);
        await CancelAsync(task.Id);
        await AssertRangAsync(rings, BellReason.Cancel);
        await worker.SettleAsync(leased[1].Key, SettlementKind.HandBack);
        await AssertRangAsync(rings, BellReason.Work);
        await worker.TakeAsync();

        await listener.DisposeAsync();
        var others = new ConcurrentQueue<BellReason>();
        await using var other = await Broker.ListenAsync(Queue, others.Enqueue, CancellationToken.None);
        await EnqueueAsync(Samples.Plain());
        await AssertRangAsync(others, BellReason.Work);
        Assert.Empty(rings);
    }

    [Fact]
    [Covers(nameof(IBroker.ListenAsync))]
    public async Task Whoever_hears_the_bell_may_call_the_broker_and_finds_the_work()
    {
        var worker = await JoinAsync();
        var taken = new ConcurrentQueue<Guid>();
        await using var listener = await Broker.ListenAsync(
            Queue,
            _ => taken.Enqueue(worker.TakeOneAsync().GetAwaiter().GetResult().Key.Id),
            CancellationToken.None);
        var task = Samples.Plain();

        await EnqueueAsync(task);
        await Wait.UntilAsync(() => !taken.IsEmpty, HintLimit, () => "nobody came for the task");

        Assert.Equal([task.Id], taken);
    }

    [Fact]
    [Covers(nameof(IBroker.WatchAsync))]
    [Covers(nameof(IBroker.ReadAsync))]
    public async Task A_watch_hears_of_start_progress_and_end()
    {
        var changes = new ConcurrentQueue<TaskId>();
        await using var watch = await Broker.WatchAsync(changes.Enqueue, CancellationToken.None);
        var task = Samples.Recorded();
        var (worker, leased) = await HoldAsync(task);
        var unwatched = Samples.Recorded();
        await EnqueueAsync(unwatched);
        await Broker.ReadAsync(Queue, [task.Id, Guid.NewGuid()], watch, CancellationToken.None);
        var id = new TaskId(task.Id, Queue);

        await CancelAsync(unwatched.Id);
        await worker.StartAsync(leased.Key);
        await AssertHeardAsync(watch, changes, id);
        await ReportAsync(worker, leased.Key, "half");
        await AssertHeardAsync(watch, changes, id);
        await worker.SettleAsync(leased.Key, SettlementKind.Succeeded);
        await AssertHeardAsync(watch, changes, id);
    }

    [Fact]
    [Covers(nameof(IBroker.WatchAsync))]
    [Covers(nameof(IBroker.ReadAsync))]
    public async Task Every_kind_of_end_is_heard_until_the_watch_is_disposed()
    {
        var changes = new ConcurrentQueue<TaskId>();
        var watch = await Broker.WatchAsync(changes.Enqueue, CancellationToken.None);
        var expiring = Samples.Recorded() with { ExpiresAfter = Step, Delay = 20 * Step };
        NewTask[] tasks = [Samples.Recorded(), expiring, Samples.Recorded(), Samples.Recorded()];
        await EnqueueAsync(tasks);
        var worker = await JoinAsync();
        await worker.TakeOneAsync();
        await Broker.ReadAsync(Queue, [.. tasks.Select(task => task.Id)], watch, CancellationToken.None);
        await KillAsync(worker);
        await CancelAsync(tasks[2].Id);
        await MaintainAsync(maxCrashes: 1);
        await WaitForHintsAsync(watch, changes);
        Assert.Equal(
            tasks.Take(3).Select(task => task.Id).Order(), changes.Select(id => id.Value).Where(id => id != Marker).Distinct().Order());

        changes.Clear();
        await watch.DisposeAsync();
        var others = new ConcurrentQueue<TaskId>();
        await using var other = await Broker.WatchAsync(others.Enqueue, CancellationToken.None);
        await Broker.ReadAsync(Queue, [tasks[3].Id], other, CancellationToken.None);
        await CancelAsync(tasks[3].Id);
        await AssertHeardAsync(other, others, new TaskId(tasks[3].Id, Queue));
        Assert.Empty(changes);
    }

    [Fact]
    [Covers(nameof(IBroker.ReadAsync))]
    public async Task Many_records_are_read_in_the_order_of_the_ids()
    {
        var tasks = Enumerable.Range(0, 500).Select(index => index % 2 == 0 ? Samples.Recorded() : Samples.Plain()).ToArray();
        await EnqueueAsync(tasks);

        var records = await Broker.ReadAsync(Queue, [.. tasks.Select(task => task.Id)], watch: null, CancellationToken.None);

        Assert.Equal(tasks.Select(task => task.HasRecord ? task.Id : (Guid?)null), records.Select(record => record?.Id));
        Assert.Empty(await Broker.ReadAsync(Queue, [], watch: null, CancellationToken.None));
        Guid[] tooMany = [.. Enumerable.Range(0, 501).Select(_ => Guid.NewGuid())];
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await Broker.ReadAsync(Queue, tooMany, watch: null, CancellationToken.None));
    }

    [Fact]
    [Covers(nameof(IBroker.ReadDeadLettersAsync))]
    public async Task Dead_letters_are_read_newest_first_with_reason_failure_and_raw_bytes()
    {
        NewTask[] tasks = [Samples.Plain(), Samples.Plain(), Samples.Plain()];
        await EnqueueAsync(tasks);
        var worker = await JoinAsync();
        var taken = await worker.TakeAsync();
        foreach (var leased in taken)
        {
            var details = new SettlementDetails
            {
                Reason = leased == taken[0] ? null : DeadLetterReasons.Rejected,
                Failure = Samples.Bytes("failure"),
            };
            await worker.SettleAsync(leased.Key, SettlementKind.Failed, details);
        }

        var letters = await DeadLettersAsync();

        Assert.Equal(taken.Reverse().Select(leased => leased.Key), letters.Select(letter => letter.Key));
        Assert.Equal(
            [DeadLetterReasons.Rejected, DeadLetterReasons.Rejected, DeadLetterReasons.RetriesExhausted],
            letters.Select(letter => letter.Reason));
        Assert.All(letters, letter => Assert.Equal("failure", Text(letter.Failure)));
        Assert.Equal(taken[2].Envelope.ToArray(), letters[0].Envelope.ToArray());
        Assert.Equal([taken[1].Key], (await DeadLettersAsync(skip: 1, take: 1)).Select(letter => letter.Key));
        Assert.Empty(await DeadLettersAsync(skip: 3));
        Assert.Empty(await DeadLettersAsync(skip: int.MaxValue));
        Assert.Empty(await DeadLettersAsync(take: 0));
    }

    [Fact]
    [Covers(nameof(IBroker.MaintainAsync))]
    public async Task Dead_letters_keep_within_their_number_and_age_and_those_dropped_are_counted()
    {
        var tasks = Enumerable.Range(0, 310).Select(_ => Samples.Plain()).ToArray();
        await EnqueueAsync(tasks);
        var worker = await JoinAsync();
        for (var turn = 0; turn < 2; turn++)
        {
            await worker.CallAsync(
                finished: [.. (await worker.TakeAsync()).Select(leased => new Settlement(leased.Key, SettlementKind.Failed))]);
        }

        var capped = await MaintainAsync(pageSize: 100);
        Assert.Equal((300, 10), ((await CountAsync()).DeadLetters, capped.DroppedDeadLetters));
        Assert.Equal(tasks[^1].Id, (await DeadLettersAsync(take: 1))[0].Key.Id);
        Assert.Equal(tasks[10].Id, (await DeadLettersAsync(skip: 299))[0].Key.Id);
        await AdvanceAsync(Retention);
        var aged = await MaintainAsync(pageSize: 200);
        var rest = await MaintainAsync(pageSize: 200);
        Assert.Equal((200, true, 100, false), (aged.DroppedDeadLetters, aged.More, rest.DroppedDeadLetters, rest.More));
        Assert.Equal(0, (await CountAsync()).DeadLetters);
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    [Covers(nameof(IBroker.ReadDeadLettersAsync))]
    public async Task Planted_garbage_of_every_length_harms_nothing()
    {
        var random = new Random(20260101);
        var planted = new List<byte[]>();
        for (var length = 0; length < EnvelopeHeader.Size + 20; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            planted.Add(bytes);
            await PlantAsync(Queue, bytes);
        }

        var good = Samples.Plain();
        await EnqueueAsync(good);
        var worker = await JoinAsync();

        var taken = await worker.TakeAsync();

        Assert.Equal(planted.Count - EnvelopeHeader.Size + 1, taken.Count);
        Assert.Equal(planted.Skip(EnvelopeHeader.Size), taken.SkipLast(1).Select(leased => leased.Envelope.ToArray()));
        Assert.Equal(good.Id, taken[^1].Key.Id);
        var letters = await DeadLettersAsync();
        Assert.All(letters, letter => Assert.Equal(DeadLetterReasons.Malformed, letter.Reason));
        Assert.Equal(planted.Take(EnvelopeHeader.Size).Reverse(), letters.Select(letter => letter.Envelope.ToArray()));
        foreach (var leased in taken)
        {
            Assert.True(await worker.SettleAsync(
                leased.Key, SettlementKind.Failed, new SettlementDetails { Reason = DeadLetterReasons.Malformed }));
        }

        Assert.Equal(new Counts(0, 0, 0, planted.Count + 1, 0, 0), await CountAsync());
    }

    private async Task AssertRangAsync(ConcurrentQueue<BellReason> rings, params BellReason[] expected)
    {
        if (await TryRingAsync(BellReason.Cancel))
        {
            expected = [.. expected, BellReason.Cancel];
            var cancels = expected.Count(IsCancel);
            await Wait.UntilAsync(() => rings.Count(IsCancel) >= cancels, HintLimit, () => $"heard only: {string.Join(", ", rings)}");
        }

        Assert.Equal(expected, rings);
        rings.Clear();

        static bool IsCancel(BellReason reason) => reason == BellReason.Cancel;
    }

    private async Task AssertHeardAsync(IBrokerWatch watch, ConcurrentQueue<TaskId> changes, params TaskId[] expected)
    {
        await WaitForHintsAsync(watch, changes);
        Assert.Equal(expected, changes.Where(id => id.Value != Marker));
        changes.Clear();
    }

    private async Task WaitForHintsAsync(IBrokerWatch watch, ConcurrentQueue<TaskId> changes)
    {
        if (await TryTellAsync(watch, Marker))
        {
            await Wait.UntilAsync(() => changes.Any(id => id.Value == Marker), HintLimit, () => "the watch hears nothing");
        }
    }
}
