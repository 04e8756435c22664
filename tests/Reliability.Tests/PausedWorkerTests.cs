using System.Diagnostics;
using Reliability.Worker;
using TaskGen;
using TaskGen.Brokers.Redis;
using TaskGen.Servers;
using Xunit.Abstractions;

namespace Reliability.Tests;

/// <summary>A worker freezes, and wakes when others have taken over.</summary>
public sealed class PausedWorkerTests(ITestOutputHelper output)
{
    private const string Sleeper = "sleeper";
    private const string Heir = "heir";
    private const int EachKind = 4;

    // Longer than a heartbeat waits for its answer, which is longer than the promise; and an end, so that a failure does not leave the
    // proxy waiting.
    private static readonly TimeSpan HeldBack = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TokenPromise = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task A_paused_worker_that_wakes_after_its_lease_changes_nothing_and_cancels_its_tokens()
    {
        await using var lab = await Lab.StartAsync();
        var sleeper = await lab.StartWorkerAsync(Sleeper, Short);

        // Half of them run on until they hear of it; half return the moment they wake, before the worker can know.
        var listening = await DispatchAsync(lab, untilCanceled: true);
        var hasty = await DispatchAsync(lab, untilCanceled: false);
        TaskHandle<string>[] all = [.. listening, .. hasty];
        var heir = await TakeOverAsync(lab, sleeper, all);
        var before = await SnapshotsAsync(all);

        var resumedAt = sleeper.Resume();
        await lab.WaitForAsync(LedgerEvent.Ended, all.Length, Limits.Soon, record => record.ProcessId == sleeper.Id);
        await sleeper.WaitUntilLeaseIsLostAsync();
        await AssertWorksAgainAsync(lab, sleeper, heir);

        await AssertUnchangedAsync(all, before);
        await AssertTokensFiredAsync(lab, sleeper, listening, resumedAt);
        var unaware = lab.Ledgers.Read(LedgerEvent.Ended)
            .Count(record =>
                record.ProcessId == sleeper.Id && record.Reason == StopReason.None && hasty.Any(task => task.Id.Value == record.Task));
        output.WriteLine($"{unaware} of {hasty.Count} bodies returned before their tokens fired.");
    }

    [Fact]
    public async Task A_paused_worker_that_reports_progress_before_its_first_heartbeat_is_refused_and_cancels_its_tokens()
    {
        await using var lab = await Lab.StartAsync();
        await using var proxy = await FaultProxy.StartAsync("127.0.0.1", lab.RedisPort);
        using var heartbeat = new ManualResetEventSlim();

        // Without a free slot it asks for no task when it wakes: what it hears first is what becomes of its progress.
        var sleeper = await lab.StartWorkerAsync(
            Sleeper, settings => Short(settings) with { Redis = proxy.EndPoint, Concurrency = EachKind });
        var listening = await DispatchAsync(lab, untilCanceled: true);
        var heir = await TakeOverAsync(lab, sleeper, listening);
        var before = await SnapshotsAsync(listening);

        // Heartbeats have a connection of their own, which stands still while this waits.
        var renew = new BrokerScripts(sharded: false)[BrokerStep.Renew].Hash;
        proxy.Observer = command =>
        {
            if (command.Name == "EVALSHA" && string.Equals(command.Text(0), Convert.ToHexString(renew), StringComparison.OrdinalIgnoreCase))
            {
                heartbeat.Wait(HeldBack);
            }
        };
        var resumedAt = sleeper.Resume();
        await AssertTokensFiredAsync(lab, sleeper, listening, resumedAt);
        heartbeat.Set();
        await sleeper.WaitUntilLeaseIsLostAsync();
        await AssertWorksAgainAsync(lab, sleeper, heir);
        await AssertUnchangedAsync(listening, before);
    }

    private static async Task<IReadOnlyList<TaskHandle<string>>> DispatchAsync(Lab lab, bool untilCanceled) =>
        await lab.Probes.OutlastPauseIn.DelayManyAsync(
            Enumerable.Repeat(untilCanceled, EachKind), static untilCanceled => new(Sleeper, untilCanceled));

    // Pauses the sleeper in the middle of its tasks, and returns when another worker has done all of them.
    private static async Task<WorkerProcess> TakeOverAsync(Lab lab, WorkerProcess sleeper, IReadOnlyList<TaskHandle<string>> tasks)
    {
        await lab.WaitForAsync(LedgerEvent.Started, tasks.Count, Limits.Soon);
        await Wait.UntilAsync(
            async () => (await SnapshotsAsync(tasks)).All(static task => task.Progress?.Status == Sleeper),
            Limits.Soon,
            static () => "the first progress has not arrived");
        var heir = await lab.StartWorkerAsync(Heir, Short);
        await sleeper.PauseAsync();
        await lab.WaitForAsync(LedgerEvent.Ended, tasks.Count, Limits.Soon, record => record.ProcessId == heir.Id);
        await lab.AssertDrainedAsync();
        Assert.All(
            await SnapshotsAsync(tasks),
            static task => Assert.Equal(
                (TaskState.Succeeded, 1, Heir, 2L), (task.State, task.Attempt, task.Progress?.Status, task.Progress?.Current)));
        return heir;
    }

    private static WorkerSettings Short(WorkerSettings settings) =>
        settings with { Lease = TimeSpan.FromSeconds(2), Concurrency = 2 * EachKind };

    private static Task<TaskSnapshot[]> SnapshotsAsync(IEnumerable<TaskHandle> handles) =>
        Task.WhenAll(handles.Select(static handle => handle.GetSnapshotAsync()));

    // With a new incarnation and no other worker there. Whatever the old one wanted to tell has been told by then.
    private static async Task AssertWorksAgainAsync(Lab lab, WorkerProcess sleeper, WorkerProcess heir)
    {
        Assert.Equal(0, heir.LeasesLost);
        Assert.Equal(0, await heir.TerminateAsync());
        var canary = await lab.Probes.Work.DelayAsync(1, false);
        await canary.GetAsync(Limits.Soon);
        Assert.Single(lab.Ledgers.Read(LedgerEvent.Ended), record => record.Task == canary.Id.Value && record.ProcessId == sleeper.Id);
        await lab.AssertDrainedAsync();
    }

    private static async Task AssertUnchangedAsync(IReadOnlyList<TaskHandle<string>> tasks, TaskSnapshot[] before)
    {
        Assert.Equal(before, await SnapshotsAsync(tasks));
        Assert.All(
            await Task.WhenAll(tasks.Select(static task => task.GetAsync(Limits.Soon))), static result => Assert.Equal(Heir, result));
    }

    private async Task AssertTokensFiredAsync(Lab lab, WorkerProcess sleeper, IReadOnlyList<TaskHandle> listening, long resumedAt)
    {
        var ids = listening.Select(static handle => handle.Id.Value).ToHashSet();
        var stops = await lab.WaitForAsync(LedgerEvent.Stopped, ids.Count, Limits.Soon, record => ids.Contains(record.Task));
        Assert.All(stops, stop => Assert.Equal((sleeper.Id, StopReason.LeaseLost), (stop.ProcessId, stop.Reason)));
        Assert.Equal(ids, stops.Select(static stop => stop.Task).ToHashSet());
        var last = Stopwatch.GetElapsedTime(resumedAt, stops.Max(static stop => stop.Timestamp));
        output.WriteLine($"The last token fired {last.TotalMilliseconds:0} ms after the process woke.");
        Assert.True(last < TokenPromise, $"The last token fired {last.TotalSeconds:0.0} s after the process woke.");
    }
}
