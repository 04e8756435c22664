using System.Diagnostics;
using Reliability.Worker;
using TaskGen;
using Xunit.Abstractions;

namespace Reliability.Tests;

/// <summary>A worker is told to stop.</summary>
public sealed class TerminatedWorkerTests(ITestOutputHelper output)
{
    private const string Leaver = "leaver";
    private const string Heir = "heir";
    private const int EachKind = 4;

    // The lease of 15 s was renewed 5 s before the signal at most: what ends this soon was handed back.
    private static readonly TimeSpan HandOver = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_terminated_worker_hands_back_what_runs_without_a_cost_to_its_attempts()
    {
        await using var lab = await Lab.StartAsync();
        var leaver = await lab.StartWorkerAsync(
            Leaver, static settings => settings with { Concurrency = 2 * EachKind, Shutdown = TimeSpan.FromSeconds(0.5) });
        var listening = await lab.Probes.WaitIn.DelayManyAsync(Enumerable.Repeat(Leaver, EachKind), static name => new(name));
        var deaf = await lab.Probes.DeafIn.DelayManyAsync(Enumerable.Repeat(Leaver, EachKind), static name => new(name));
        TaskHandle<string>[] all = [.. listening, .. deaf];
        await lab.WaitForAsync(LedgerEvent.Started, all.Length, Limits.Soon);
        var heir = await lab.StartWorkerAsync(Heir);

        var toldAt = Stopwatch.GetTimestamp();
        Assert.Equal(0, await leaver.TerminateAsync());
        var ends = await lab.WaitForAsync(LedgerEvent.Ended, all.Length, Limits.Soon);

        var last = Stopwatch.GetElapsedTime(toldAt, ends.Max(static end => end.Timestamp));
        output.WriteLine($"The last task ended {last.TotalSeconds:0.0} s after the signal.");
        Assert.True(last < HandOver, $"The last task ended {last.TotalSeconds:0.0} s after the signal.");
        var starts = lab.Ledgers.Read(LedgerEvent.Started);
        Assert.All(all, task => Assert.Equal([(leaver.Id, 1), (heir.Id, 1)], StartsOf(task)));
        var stops = lab.Ledgers.Read(LedgerEvent.Stopped);
        Assert.Equal(all.Select(static task => task.Id.Value).Order(), stops.Select(static stop => stop.Task).Order());
        Assert.All(stops, stop => Assert.Equal((leaver.Id, StopReason.Shutdown), (stop.ProcessId, stop.Reason)));
        Assert.All(await Task.WhenAll(all.Select(static task => task.GetAsync(Limits.Soon))), static result => Assert.Equal(Heir, result));
        Assert.All(await Task.WhenAll(all.Select(static task => task.GetSnapshotAsync())), static task => Assert.Equal(
            (TaskState.Succeeded, 1), (task.State, task.Attempt)));
        await lab.AssertDrainedAsync();

        List<(int, int)> StartsOf(TaskHandle task) =>
            [
                .. starts.Where(start => start.Task == task.Id.Value)
                    .OrderBy(static start => start.Timestamp)
                    .Select(static start => (start.ProcessId, start.Attempt)),
            ];
    }
}
