using System.Diagnostics;
using Reliability.Worker;
using Xunit.Abstractions;

namespace Reliability.Tests;

/// <summary>One worker dies with its hands full.</summary>
public sealed class KilledWorkerTests(ITestOutputHelper output)
{
    private const int Running = 16;
    private const string Victim = "victim";
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task All_tasks_of_a_killed_worker_complete_elsewhere_within_twenty_seconds()
    {
        await using var lab = await Lab.StartAsync();
        var victim = await lab.StartWorkerAsync(Victim, static settings => settings with { Concurrency = Running });
        var handles = await lab.Probes.WaitIn.DelayManyAsync(Enumerable.Repeat(Victim, Running), static name => new(name));
        await lab.WaitForAsync(LedgerEvent.Started, Running, Limits.Soon);
        await lab.StartWorkerAsync("heir");

        var kill = await victim.KillAsync();
        var ends = await lab.WaitForAsync(LedgerEvent.Ended, Running, Limits.Soon);

        var last = Stopwatch.GetElapsedTime(kill.Before, ends.Max(static end => end.Timestamp));
        output.WriteLine($"The last of {Running} tasks ended {last.TotalSeconds:0.00} s after the kill.");
        Assert.True(last < Promise, $"The last task ended {last.TotalSeconds:0.0} s after the kill.");
        Assert.Empty(
            new StartRules([kill], TimeSpan.Zero).Judge(lab.Ledgers.Read(), [.. handles.Select(static handle => handle.Id.Value)]));
        Assert.All(await Task.WhenAll(handles.Select(static handle => handle.GetAsync(Limits.Soon))), static result => Assert.Equal(
            "heir", result));
        await lab.AssertDrainedAsync();
    }
}
