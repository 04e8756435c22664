using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <content>What becomes of held tasks.</content>
public abstract partial class BrokerConformance
{
    [Theory]
    [InlineData(SettlementKind.Succeeded, TaskState.Succeeded)]
    [InlineData(SettlementKind.Failed, TaskState.Failed)]
    [InlineData(SettlementKind.Canceled, TaskState.Canceled)]
    [InlineData(SettlementKind.Expired, TaskState.Expired)]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task An_end_is_written_to_the_record(object kind, TaskState state)
    {
        var task = Samples.Recorded();
        var (worker, leased) = await HoldAsync(task);
        var startedAt = DateTimeOffset.UnixEpoch;
        var details = new SettlementDetails
        {
            Attempt = 2,
            StartedAt = startedAt,
            Result = Samples.Bytes("result"),
            Failure = Samples.Bytes("failure"),
            Progress = Samples.Bytes("progress"),
            Reason = "reason",
        };

        Assert.True(await worker.SettleAsync(leased.Key, (SettlementKind)kind, details));

        var record = await RecordAsync(task.Id);
        Assert.Equal((state, 2, startedAt, null, "reason"), (record.State, record.Attempt, record.StartedAt, record.DueAt, record.Reason));
        Assert.NotNull(record.FinishedAt);
        Assert.Equal(state == TaskState.Succeeded ? "result" : "", Text(record.Result));
        Assert.Equal(state == TaskState.Succeeded ? "" : "failure", Text(record.Failure));
        Assert.Equal(("progress", 1), (Text(record.Progress), record.ProgressVersion));
        Assert.Equal(new Counts(0, 0, 0, state == TaskState.Failed ? 1 : 0, 1, 0), await CountAsync());
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task A_task_without_a_record_leaves_nothing_behind()
    {
        var task = Samples.Plain();
        var (worker, leased) = await HoldAsync(task);

        Assert.True(await worker.SettleAsync(leased.Key, SettlementKind.Succeeded));

        Assert.Null(await FindRecordAsync(task.Id));
        Assert.Equal(default, await CountAsync());
    }

    [Theory]
    [InlineData(SettlementKind.Retry, TaskState.Retrying, 1, 0)]
    [InlineData(SettlementKind.Snooze, TaskState.Scheduled, 0, 0)]
    [InlineData(SettlementKind.Defer, TaskState.Scheduled, 0, 1)]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task What_is_put_back_waits_for_its_delay_under_a_new_fence(object kind, TaskState state, int attempts, int deferrals)
    {
        var task = Samples.Recorded();
        var (worker, leased) = await HoldAsync(task);
        await worker.StartAsync(leased.Key, 1);
        var details = new SettlementDetails { Attempt = 1, Delay = Step, Failure = Samples.Bytes("failure"), Reason = "again" };

        Assert.True(await worker.SettleAsync(leased.Key, (SettlementKind)kind, details));

        var record = await RecordAsync(task.Id);
        Assert.Equal((state, 1, "again", null), (record.State, record.Attempt, record.Reason, record.FinishedAt));
        Assert.Equal((await MaintainAsync()).NextDue, record.DueAt);
        Assert.Equal(state == TaskState.Retrying ? "failure" : "", Text(record.Failure));
        Assert.Empty(await worker.TakeAsync());
        await AdvanceAsync(Step);
        Assert.Equal(1, (await MaintainAsync()).Promoted);
        var again = await worker.TakeOneAsync();
        var header = Samples.Header(again.Envelope);
        Assert.Equal(leased.Key with { Fence = leased.Key.Fence + 1 }, again.Key);
        Assert.Equal((attempts, deferrals, 0), (header.Attempts, header.Deferrals, header.Crashes));
        Assert.Equal(leased.Envelope[EnvelopeHeader.Size..], again.Envelope[EnvelopeHeader.Size..]);
    }

    [Theory]
    [InlineData(SettlementKind.Retry)]
    [InlineData(SettlementKind.Snooze)]
    [InlineData(SettlementKind.Defer)]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task Without_a_delay_it_goes_to_the_back_at_once(object kind)
    {
        NewTask[] tasks = [Samples.Recorded(), Samples.Recorded()];
        await EnqueueAsync(tasks);
        var worker = await JoinAsync();
        var leased = await worker.TakeOneAsync();

        await worker.SettleAsync(leased.Key, (SettlementKind)kind);

        var record = await RecordAsync(tasks[0].Id);
        Assert.Equal((TaskState.Pending, null), (record.State, record.DueAt));
        Assert.Equal([tasks[1].Id, tasks[0].Id], (await worker.TakeAsync()).Select(task => task.Key.Id));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task What_is_handed_back_goes_to_the_front_of_its_priority_and_nothing_counts()
    {
        NewTask[] tasks = [Samples.Recorded(), Samples.Recorded(), Samples.Recorded()];
        await EnqueueAsync(tasks);
        var worker = await JoinAsync();
        var taken = await worker.TakeAsync(2);
        await worker.StartAsync(taken[0].Key);

        await worker.CallAsync(finished: [.. taken.Select(leased => new Settlement(leased.Key, SettlementKind.HandBack))]);

        var record = await RecordAsync(tasks[0].Id);
        Assert.Equal((TaskState.Pending, null), (record.State, record.DueAt));
        var again = await worker.TakeAsync();
        Assert.Equal(tasks.Select(task => task.Id), again.Select(leased => leased.Key.Id));
        Assert.All(again.Take(2), leased => Assert.Equal((1u, 0, 0), Counted(leased)));
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task Counts_and_fences_in_an_envelope_never_overflow()
    {
        var id = Guid.NewGuid();
        var header = new EnvelopeHeader
        {
            Id = id,
            Fence = uint.MaxValue,
            Attempts = ushort.MaxValue,
            Deferrals = byte.MaxValue,
            Crashes = byte.MaxValue,
        };
        var (worker, leased) = await HoldAsync(Samples.Plain(id) with { Envelope = Samples.Envelope(header) });

        Assert.True(await worker.SettleAsync(leased.Key, SettlementKind.Retry));
        leased = await worker.TakeOneAsync();
        Assert.Equal((0u, ushort.MaxValue, byte.MaxValue), Counted(leased));
        Assert.True(await worker.SettleAsync(leased.Key, SettlementKind.Defer));
        leased = await worker.TakeOneAsync();
        Assert.Equal(byte.MaxValue, Samples.Header(leased.Envelope).Deferrals);
        await worker.StartAsync(leased.Key);
        await KillAsync(worker);

        Assert.Equal(1, (await MaintainAsync()).Poisoned);
    }

    [Theory]
    [InlineData(SettlementKind.Succeeded)]
    [InlineData(SettlementKind.Failed)]
    [InlineData(SettlementKind.Retry)]
    [InlineData(SettlementKind.HandBack)]
    [Covers(nameof(IBroker.LeaseAsync))]
    public async Task Nothing_is_settled_twice(object kind)
    {
        var (worker, leased) = await HoldAsync(Samples.Recorded());
        var settlement = new Settlement(leased.Key, (SettlementKind)kind);

        var reply = await worker.CallAsync(finished: [settlement, settlement]);

        Assert.Equal([true, false], reply.Settled);
        Assert.False(await worker.SettleAsync(leased.Key, SettlementKind.Succeeded));
        var counts = await CountAsync();
        Assert.Equal((SettlementKind)kind is SettlementKind.Retry or SettlementKind.HandBack ? 1 : 0, counts.Pending);
        Assert.Equal((SettlementKind)kind is SettlementKind.Failed ? 1 : 0, counts.DeadLetters);
        Assert.Equal(0, counts.Leased);
    }

    [Fact]
    [Covers(nameof(IBroker.LeaseAsync))]
    [Covers(nameof(IBroker.ReportProgressAsync))]
    public async Task An_old_fence_and_another_incarnation_change_nothing()
    {
        var task = Samples.Recorded();
        var (worker, first) = await HoldAsync(task);
        await worker.SettleAsync(first.Key, SettlementKind.HandBack);
        var second = await worker.TakeOneAsync();
        var other = await JoinAsync("other");
        var before = await RecordAsync(task.Id);

        foreach (var kind in Enum.GetValues<SettlementKind>())
        {
            Assert.False(await worker.SettleAsync(first.Key, kind));
            Assert.False(await other.SettleAsync(second.Key, kind));
            Assert.False(await worker.SettleAsync(new LeaseKey(second.Key.Fence, Guid.NewGuid()), kind));
        }

        Assert.Equal([false], await ReportAsync(worker, first.Key, "old"));
        Assert.Equal([false], await ReportAsync(other, second.Key, "other"));
        Assert.Equal(before, await RecordAsync(task.Id));
        Assert.True(await worker.SettleAsync(second.Key, SettlementKind.Succeeded));
    }

    [Fact]
    [Covers(nameof(IBroker.ReadAsync))]
    public async Task A_record_can_be_read_until_its_ttl_after_the_end()
    {
        var task = Samples.Recorded() with { RecordTtl = 2 * Step };
        var (worker, leased) = await HoldAsync(task);
        await AdvanceAsync(3 * Step);
        await worker.SettleAsync(leased.Key, SettlementKind.Failed);

        await AdvanceAsync(Step);
        Assert.Equal(TaskState.Failed, (await RecordAsync(task.Id)).State);
        await AdvanceAsync(Step);
        Assert.Null(await FindRecordAsync(task.Id));
        Assert.Equal(0, (await CountAsync()).Records);
        Assert.Equal(CancelOutcome.NotFound, await CancelAsync(task.Id));

        await EnqueueAsync(task);
        await MaintainAsync();
        Assert.Equal(TaskState.Pending, (await RecordAsync(task.Id)).State);
    }

    [Fact]
    [Covers(nameof(IBroker.ReportProgressAsync))]
    public async Task Progress_replaces_what_was_there_and_raises_the_version()
    {
        var recorded = Samples.Recorded();
        await EnqueueAsync(recorded, Samples.Plain());
        var worker = await JoinAsync();
        var taken = await worker.TakeAsync();

        Assert.Equal([true], await ReportAsync(worker, taken[0].Key, "one"));
        Assert.Equal([true], await ReportAsync(worker, taken[0].Key, "two"));
        Assert.Equal([true], await ReportAsync(worker, taken[1].Key, "without a record"));

        var record = await RecordAsync(recorded.Id);
        Assert.Equal(("two", 2), (Text(record.Progress), record.ProgressVersion));
        await worker.SettleAsync(taken[0].Key, SettlementKind.Succeeded);
        Assert.Equal([false], await ReportAsync(worker, taken[0].Key, "late"));
        Assert.Equal("two", Text((await RecordAsync(recorded.Id)).Progress));
    }

    private async Task<IReadOnlyList<bool>> ReportAsync(TestWorker worker, LeaseKey key, string progress) =>
        await Broker.ReportProgressAsync(
            Queue, worker.Incarnation, [new ProgressUpdate(key, Samples.Bytes(progress))], CancellationToken.None);

    private static string Text(ReadOnlyMemory<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes.Span);
}
