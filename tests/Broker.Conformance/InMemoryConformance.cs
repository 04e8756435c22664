using Microsoft.Extensions.Time.Testing;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Brokers.InMemory;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <summary>The broker in memory keeps the contract, and what only it promises.</summary>
public sealed class InMemoryConformance : BrokerConformance
{
    private readonly FakeTimeProvider _time = new();
    private InMemoryBroker? _memory;

    [Fact]
    public async Task However_far_the_clock_moves_a_live_incarnation_keeps_its_leases()
    {
        var (worker, leased) = await HoldAsync(Samples.Plain());

        await AdvanceAsync(TimeSpan.FromDays(400));
        var maintained = await MaintainAsync();

        Assert.Equal(0, maintained.Recovered);
        Assert.True(Broker.Renew(Queue, worker.Incarnation).Alive);
        Assert.True(await worker.SettleAsync(leased.Key, SettlementKind.Succeeded));
    }

    [Fact]
    public async Task The_memory_of_a_producer_ends_ten_minutes_after_its_last_call()
    {
        var task = Samples.Plain();
        await EnqueueAsync(task);
        var worker = await JoinAsync();
        await worker.SettleAsync((await worker.TakeOneAsync()).Key, SettlementKind.Succeeded);

        await AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        BatchNumber--;
        await EnqueueAsync(task);
        Assert.Empty(await worker.TakeAsync());

        await AdvanceAsync(TimeSpan.FromMinutes(10));
        BatchNumber--;
        await EnqueueAsync(task);
        Assert.Single(await worker.TakeAsync());
    }

    [Fact]
    public async Task Looking_at_a_queue_that_is_not_there_finds_nothing()
    {
        Assert.Equal(default, await CountAsync());
        Assert.Empty(await DeadLettersAsync());
        Assert.Equal(CancelOutcome.NotFound, await CancelAsync(Guid.NewGuid()));
        Assert.Null(await FindRecordAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task A_watch_lets_go_of_tasks_that_have_ended()
    {
        await using var watch = (RecordWatch)await Broker.WatchAsync(_ => { }, CancellationToken.None);
        var task = Samples.Recorded();
        await EnqueueAsync(task);
        await Broker.ReadAsync(Queue, [task.Id], watch, CancellationToken.None);
        Assert.Equal(1, watch.Registrations);

        await CancelAsync(task.Id);

        Assert.Equal(0, watch.Registrations);
    }

    [Fact]
    public async Task A_second_envelope_of_a_task_that_lives_goes_to_the_dead_letters()
    {
        var task = Samples.Plain();
        await EnqueueAsync(task);
        await PlantAsync(Queue, task.Envelope.ToArray());
        var worker = await JoinAsync();

        Assert.Equal(task.Id, Assert.Single(await worker.TakeAsync()).Key.Id);
        Assert.Equal(DeadLetterReasons.Malformed, Assert.Single(await DeadLettersAsync()).Reason);
    }

    [Fact]
    public async Task A_planted_envelope_of_an_unknown_priority_counts_as_normal()
    {
        var low = Samples.Plain(priority: TaskPriority.Low);
        var high = Samples.Plain(priority: TaskPriority.High);
        var odd = Guid.NewGuid();
        await EnqueueAsync(low, high);
        _memory!.Faults.PlantPending(Queue, Samples.Envelope(new EnvelopeHeader { Id = odd }), (TaskPriority)200);
        var worker = await JoinAsync();

        Assert.Equal([high.Id, odd, low.Id], (await worker.TakeAsync()).Select(leased => leased.Key.Id));
    }

    [Fact]
    public async Task What_has_ended_leaves_no_record_and_no_key_however_many_came()
    {
        var worker = await JoinAsync();
        for (var round = 0; round < 50; round++)
        {
            await EnqueueAsync(
                [
                    .. Enumerable.Range(0, 100)
                        .Select(index => Samples.Keyed(
                            $"{round} {index}") with { RecordTtl = TimeSpan.FromSeconds(1), KeyTtl = TimeSpan.FromSeconds(2) }),
                ]);
            var taken = await worker.TakeAsync();
            await worker.CallAsync(finished: [.. taken.Select(leased => new Settlement(leased.Key, SettlementKind.Succeeded))]);
            await AdvanceAsync(TimeSpan.FromSeconds(1));
            Assert.True((await CountAsync()).Records <= 200);
        }

        await AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.False((await MaintainAsync()).More);
        Assert.Equal(default, await CountAsync());
    }

    [Fact]
    public async Task Pages_that_are_not_committed_go_ten_minutes_after_the_last()
    {
        var player = new CanvasPlayer(Broker);
        var canvas = new CanvasSketch(Queue).WithGroupOf(2);
        await Broker.StoreCanvasAsync(Queue, canvas.Id, canvas.Nodes[..1], CancellationToken.None);
        await AdvanceAsync(TimeSpan.FromMinutes(9));
        await Broker.StoreCanvasAsync(Queue, canvas.Id, canvas.Nodes[1..], CancellationToken.None);
        await AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal((1, 0), await CountCanvasesKeptAsync(Queue));
        await AdvanceAsync(TimeSpan.FromMilliseconds(1));

        Assert.False(await player.CommitAsync(canvas));

        Assert.False((await MaintainAsync()).More);
        Assert.Equal((0, 0), await CountCanvasesKeptAsync(Queue));
        await player.StartAsync(canvas);
        await AdvanceAsync(TimeSpan.FromDays(400));
        await player.RunAsync(Queue);
        Assert.Equal(2, player.Ran.Count);
        await AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal((0, 0), await CountCanvasesKeptAsync(Queue));
    }

    [Fact]
    public async Task A_commit_of_nodes_that_name_others_that_are_not_there_is_refused()
    {
        var canvas = new CanvasSketch(Queue);
        canvas.Task(next: 7);
        var player = new CanvasPlayer(Broker);
        await player.StoreAsync(canvas);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => player.CommitAsync(canvas));

        Assert.Contains("refers to node 7", error.Message, StringComparison.Ordinal);
        Assert.Null(await FindRecordAsync(canvas.Id));
    }

    [Fact]
    public async Task A_dispatch_that_is_followed_is_the_same_task_for_ten_minutes_even_after_the_time_of_its_record()
    {
        var player = new CanvasPlayer(Broker);
        var task = Samples.Recorded() with { RecordTtl = TimeSpan.FromSeconds(1), Follow = new CanvasPointer(Queue, Guid.NewGuid(), 0) };
        await EnqueueAsync(task);
        await player.WorkAsync(Queue);
        await AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));

        Assert.Equal([new EnqueueOutcome(task.Id, Joined: false)], await EnqueueAsync(task));
        Assert.Equal(0, (await CountAsync()).Pending);

        await AdvanceAsync(TimeSpan.FromMilliseconds(1));
        await EnqueueAsync(task);
        Assert.Equal(1, (await CountAsync()).Pending);
    }

    [Fact]
    public async Task However_far_the_clock_moves_a_resource_lease_and_a_place_are_kept()
    {
        var (holder, waiter) = (await AcquireAsync(), await AcquireAsync());

        await AdvanceAsync(TimeSpan.FromDays(400));

        Assert.Equal([ResourceLeaseStatus.Holds, ResourceLeaseStatus.Waits], Renew(holder, waiter));
        Assert.Null((await AskAsync(waiter)).NextEnd);
    }

    [Fact]
    public async Task A_resource_that_nobody_uses_is_forgotten()
    {
        for (var index = 0; index < 1000; index++)
        {
            var holder = Guid.NewGuid();
            await Broker.AcquireAsync($"resource-{index}", new AcquireRequest(holder, 1, LeaseTime), CancellationToken.None);
            await using var listener = await Broker.ListenResourceAsync($"resource-{index}", static _ => { }, CancellationToken.None);
            await Broker.ReleaseAsync($"resource-{index}", holder, CancellationToken.None);
        }

        Assert.Equal(0, _memory!.Faults.CountResources());
    }

    [Fact]
    public async Task A_watch_of_another_broker_is_refused()
    {
        await EnqueueAsync(Samples.Plain());
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Broker.ReadAsync(Queue, [Guid.NewGuid()], new ForeignWatch(), CancellationToken.None));
    }

    private protected override ValueTask<IBroker> CreateBrokerAsync(BrokerLimits limits)
    {
        _memory = new InMemoryBroker(_time, limits);
        return ValueTask.FromResult<IBroker>(_memory);
    }

    private protected override ValueTask AdvanceAsync(TimeSpan time)
    {
        _time.Advance(time);
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask LoseHeartbeatAsync(WorkerIncarnation worker)
    {
        _memory!.Faults.StopHeartbeat(worker);
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask SilenceAsync(Guid holder)
    {
        _memory!.Faults.SilenceHolder(holder);
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask RestoreHeartbeatAsync(WorkerIncarnation worker)
    {
        _memory!.Faults.ResumeHeartbeat(worker);
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask PlantAsync(string queue, byte[] bytes)
    {
        _memory!.Faults.PlantPending(queue, bytes, TaskPriority.Normal);
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask<(int Records, int Keys)> CountKeptAsync() =>
        ValueTask.FromResult(_memory!.Faults.CountKept(Queue));

    private protected override ValueTask<(int Canvases, int Deliveries)> CountCanvasesKeptAsync(string queue) =>
        ValueTask.FromResult(_memory!.Faults.CountCanvases(queue));
}
