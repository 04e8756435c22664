using StackExchange.Redis;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>The steps.</content>
internal sealed partial class ScriptLoad
{
    private const int Few = 20;

    // What a worker sends at most of what is written to records.
    private const int Recorded = 100;

    // Sizes as applications have them: what is larger costs copying, which no number of tasks multiplies.
    private static readonly byte[] Result = new byte[500];
    private static readonly byte[] Failure = new byte[2000];

    /// <summary>One round of every step. What is prepared between them is not measured.</summary>
    public async Task UseAsync(ScriptStopwatch stopwatch)
    {
        await EnqueueAsync(stopwatch);
        await LeaseAsync(stopwatch);
        await SettleAsync(stopwatch);
        await CancelAsync(stopwatch);
        await PassByAsync(stopwatch);
        await LookAsync(stopwatch);
        await MaintainAsync(stopwatch);
        await EndWorkersAsync(stopwatch);
        await RunCanvasesAsync(stopwatch);
        await LimitAsync(stopwatch);
    }

    private static NewTask NewRecorded() => Samples.Recorded();

    private static NewTask Keyed() => Samples.Keyed($"{Guid.NewGuid():N}") with { ExpiresAfter = Long };

    private static NewTask Due() => Samples.Recorded() with { Delay = Blink };

    private static SettlementDetails Details(TimeSpan delay) => new()
    {
        Attempt = 1, StartedAt =
            DateTimeOffset.UnixEpoch, Delay = delay, Result = Result, Failure = Failure, Progress = Result, Reason = "reason",
    };

    private static async Task Repeat(int times, Func<Task> call)
    {
        for (var turn = 0; turn < times; turn++)
        {
            await call();
        }
    }

    private async Task EnqueueAsync(ScriptStopwatch stopwatch)
    {
        await stopwatch.MeasureAsync("enqueue one", Few, () => EnqueueAsync(Samples.Plain()));
        await stopwatch.MeasureAsync("enqueue 1,000 plain", Few, () => EnqueueAsync(Many(1000, static () => Samples.Plain())));
        await stopwatch.MeasureAsync("enqueue 250 recorded", Few, () => EnqueueAsync(Many(250, static () => Samples.Recorded())));
        await stopwatch.MeasureAsync("enqueue 250 with key and deadline", Few, () => EnqueueAsync(Many(250, Keyed)));
        await stopwatch.MeasureAsync(
            "enqueue 250 delayed", Few, () => EnqueueAsync(Many(250, static () => Samples.Recorded() with { Delay = Long })));
        // Those that come while two calls are under way are gathered into one.
        await stopwatch.MeasureAsync("enqueue 6 x 250 with key and deadline at once", 1, () => Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => EnqueueAsync(Many(250, Keyed)))));
        await stopwatch.MeasureAsync("enqueue 64 x 1 recorded at once", 1, () => Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => EnqueueAsync(Samples.Recorded()))));
    }

    private async Task LeaseAsync(ScriptStopwatch stopwatch)
    {
        var worker = await JoinAsync(Long);
        await EnqueueAsync(Many(1000, static () => AtFront(Samples.Plain())));
        await stopwatch.MeasureAsync("lease 200", 5, () => worker.TakeAsync(Page));
        await EnqueueAsync(Many(500, static () => AtFront(Samples.Plain())));
        await stopwatch.MeasureAsync("lease 200 in turn", 5, () => worker.CallAsync(Page, maxChildRun: 1));
        var taken = await TakeAsync(worker, Keyed);
        await stopwatch.MeasureAsync("start marks of 100", 5, () => worker.CallAsync(
            started: [.. taken.Take(Recorded).Select(static task => new StartMark(task.Key, 1))]));
        await stopwatch.MeasureAsync("progress of 200", 5, async () =>
            await _broker.ReportProgressAsync(
                Queue, worker.Incarnation, [.. taken.Select(static task => new ProgressUpdate(task.Key, Result))], default));
        var more = await TakeAsync(worker, NewRecorded);
        await EnqueueAsync(Many(Page, static () => AtFront(Keyed())));
        await stopwatch.MeasureAsync("settle 100, mark 100 and lease 200 in one", 1, () => worker.CallAsync(
            Page,
            [.. taken.Take(Recorded).Select(static task => new Settlement(task.Key, SettlementKind.Succeeded, Details(default)))],
            [.. more.Take(Recorded).Select(static task => new StartMark(task.Key, 1))]));
    }

    private async Task SettleAsync(ScriptStopwatch stopwatch)
    {
        var worker = await JoinAsync(Long);
        var plain = await TakeAsync(worker, static () => Samples.Plain());
        await stopwatch.MeasureAsync("settle 200 plain", 1, () => worker.CallAsync(
            finished: [.. plain.Select(static task => new Settlement(task.Key, SettlementKind.Succeeded))]));
        foreach (var kind in Enum.GetValues<SettlementKind>())
        {
            var taken = await TakeAsync(worker, Keyed);
            await stopwatch.MeasureAsync(
                $"settle 100 as {kind}",
                taken.Chunk(Recorded)
                    .Select(page => (Func<Task>)(() => worker.CallAsync(
                        finished: [.. page.Select(task => new Settlement(task.Key, kind, Details(Long)))]))));
        }
    }

    private async Task CancelAsync(ScriptStopwatch stopwatch)
    {
        var worker = await JoinAsync(Long);
        var held = await TakeAsync(worker, NewRecorded);
        var pending = Many(Few, NewRecorded);
        await EnqueueAsync(pending);
        var delayed = Many(Few, static () => Samples.Recorded() with { Delay = Long });
        await EnqueueAsync(delayed);
        await stopwatch.MeasureAsync("cancel what is pending", CancelEach(pending.Select(static task => task.Id)));
        await stopwatch.MeasureAsync("cancel what is delayed", CancelEach(delayed.Select(static task => task.Id)));
        await stopwatch.MeasureAsync("cancel what is held", CancelEach(held.Take(Few).Select(static task => task.Key.Id)));
        await stopwatch.MeasureAsync("renew with cancel requests", Few, () => Task.FromResult(_broker.Renew(Queue, worker.Incarnation)));
        await stopwatch.MeasureAsync(
            "cancel an id without a record", CancelEach(Many(Few, static () => Samples.Plain()).Select(static task => task.Id)));
        await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => _broker.CancelAsync(Queue, Samples.Plain().Id, "reason", default).AsTask()));
        await stopwatch.MeasureAsync(
            "renew what holds 10,000 after 1,000 cancels of ids", Few, () => Task.FromResult(_broker.Renew(Queue, _hoarder!.Incarnation)));
    }

    private IEnumerable<Func<Task>> CancelEach(IEnumerable<Guid> ids) =>
        ids.Select(id => (Func<Task>)(async () => await _broker.CancelAsync(Queue, id, "reason", default)));

    /// <summary>What is found among the waiting and is not taken.</summary>
    private async Task PassByAsync(ScriptStopwatch stopwatch)
    {
        var worker = await JoinAsync(Long);
        var canceled = new List<Guid>();
        for (var batch = 0; batch < 20; batch++)
        {
            var tasks = Many(250, static () => AtFront(Samples.Recorded()));
            await EnqueueAsync(tasks);
            canceled.AddRange(tasks.Select(static task => task.Id));
        }

        await Task.WhenAll(canceled.Select(id => _broker.CancelAsync(Queue, id, "reason", default).AsTask()));
        await stopwatch.MeasureAsync("lease 200 behind 5,000 canceled", Few, () => worker.CallAsync(Page));
        await _database.ListRightPushAsync(
            _keys.Resolve("pending1", default), [.. Enumerable.Range(0, 5000).Select(static _ => (RedisValue)Result[..40])]);
        await stopwatch.MeasureAsync("lease 200 behind 5,000 malformed", Few, () => worker.CallAsync(Page));
        await _broker.LeaveAsync(Queue, worker.Incarnation, default);
    }

    private async Task LookAsync(ScriptStopwatch stopwatch)
    {
        var worker = await JoinAsync(Long);
        var running = Many(250, static () => AtFront(Samples.Recorded()));
        await EnqueueAsync(running);
        var ended = await TakeAsync(worker, NewRecorded);
        await worker.CallAsync(
            finished: [.. ended.Select(static task => new Settlement(task.Key, SettlementKind.Succeeded, Details(default)))]);
        await using var watch = await _broker.WatchAsync(static _ => { }, default);
        Guid[] ids = [.. running.Select(static task => task.Id), .. ended.Select(static task => task.Key.Id), .. Enumerable.Range(0, 50)
            .Select(static _ => Guid.NewGuid())];
        await stopwatch.MeasureAsync("read 500 and watch", Few, async () => await _broker.ReadAsync(Queue, ids, watch, default));
        await stopwatch.MeasureAsync("count", Few, CountAsync);
        await stopwatch.MeasureAsync("count workers", Few, async () => await _broker.CountWorkersAsync(Queue, default));
        await stopwatch.MeasureAsync("read 200 dead letters", Few, async () => await _broker.ReadDeadLettersAsync(Queue, 0, Page, default));
        await stopwatch.MeasureAsync("listen", Few, async () =>
        {
            await using var bell = await _broker.ListenAsync(Queue, static _ => { }, default);
        });
        await stopwatch.MeasureAsync("join", Few, () => JoinAsync(Long));
        await stopwatch.MeasureAsync("renew", Few, () => Task.FromResult(_broker.Renew(Queue, worker.Incarnation)));
        await stopwatch.MeasureAsync("reconcile what holds 10,000", 1, async () => await _broker.ReconcileAsync(
            Queue, _hoarder!.Incarnation, _hoarder.Number, default));
    }

    private async Task MaintainAsync(ScriptStopwatch stopwatch)
    {
        await stopwatch.MeasureAsync("maintain where nothing is due", Few, () => MaintainAsync());
        // Beside a worker of an earlier version, child tasks move to where it finds them.
        await EnqueueAsync(Many(1000, static () => AtFront(Samples.Plain())));
        await _database.SortedSetAddAsync(_keys.Resolve("workers", default), "earlier", double.MaxValue);
        await stopwatch.MeasureAsync("move 1,000 child tasks in pages", 5, () => MaintainAsync());
        await _database.SortedSetRemoveAsync(_keys.Resolve("workers", default), "earlier");
        await Repeat(4, () => EnqueueAsync(Many(250, Due)));
        await stopwatch.MeasureAsync("promote 1,000 in pages", 5, () => MaintainAsync());
        await Repeat(2, () => EnqueueAsync(Many(250, static () => Samples.Keyed($"{Guid.NewGuid():N}") with { ExpiresAfter = Blink })));
        await Repeat(2, () => EnqueueAsync(Many(250, static () => Samples.Recorded() with { ExpiresAfter = Blink, Delay = Long })));
        await stopwatch.MeasureAsync("expire 1,000 in pages", 5, () => MaintainAsync());
        await stopwatch.MeasureAsync("drop old dead letters in pages", 5, async () => await _forgetful.MaintainAsync(
            Queue, new MaintenanceRequest(255, Page), default));
        await _database.SortedSetAddAsync(
            _keys.Resolve("gone", default),
            [.. Enumerable.Range(0, 10_000).Select(static index => new SortedSetEntry($"incarnation {index}", 1))]);
        await stopwatch.MeasureAsync("maintain a day after 10,000 workers have left", 1, () => MaintainAsync());
    }

    /// <summary>A long line before a resource, most of which gives up without a word.</summary>
    private async Task LimitAsync(ScriptStopwatch stopwatch)
    {
        const string resource = "resource";
        var holders = Enumerable.Range(0, 1000).Select(static _ => Guid.NewGuid()).ToList();
        await stopwatch.MeasureAsync(
            "acquire behind up to 1,000", holders.Select(holder => (Func<Task>)(() => AcquireAsync(holder, Long))));
        await stopwatch.MeasureAsync(
            "renew 200 of a resource", Few, () => Task.FromResult(_broker.RenewResource(resource, [.. holders.Take(Page)], Long)));
        await stopwatch.MeasureAsync(
            "release",
            holders.Take(Page).Select(holder => (Func<Task>)(async () => await _broker.ReleaseAsync(resource, holder, default))));
        await Task.WhenAll(holders.Skip(Page).Select(holder => AcquireAsync(holder, Blink)));
        await stopwatch.MeasureAsync("acquire after 800 have ended", 5, () => AcquireAsync(holders[^1], Long));
        await _broker.ReleaseAsync(resource, holders[^1], default);

        async Task AcquireAsync(Guid holder, TimeSpan lease) =>
            await _broker.AcquireAsync(resource, new AcquireRequest(holder, 100, lease), default);
    }

    private async Task EndWorkersAsync(ScriptStopwatch stopwatch)
    {
        var leaving = await JoinAsync(Long);
        await Repeat(10, () => TakeAsync(leaving, NewRecorded));
        await stopwatch.MeasureAsync("leave with 2,000", 1, async () => await _broker.LeaveAsync(Queue, leaving.Incarnation, default));

        var poisoned = await JoinAsync(Long);
        await TakeAsync(poisoned, NewRecorded);
        await SilenceAsync(poisoned);
        await stopwatch.MeasureAsync("recover 200 as poison", 1, () => MaintainAsync(maxCrashes: 1));

        for (var index = 0; index < 100; index++)
        {
            var worker = await JoinAsync(Long);
            await worker.TakeOneAsync();
            await SilenceAsync(worker);
        }

        await stopwatch.MeasureAsync("recover 100 workers that die at once", 1, () => MaintainAsync());
        await SilenceAsync(_hoarder!);
        await stopwatch.MeasureAsync("recover 10,000 in pages", 50, () => MaintainAsync());
        Assert.False((await MaintainAsync()).More);
    }
}
