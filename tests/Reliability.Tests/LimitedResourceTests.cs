using System.Diagnostics;
using Reliability.Worker;
using TaskGen;
using Xunit.Abstractions;

namespace Reliability.Tests;

/// <summary>A resource with few leases, many tasks that want one, and a holder that dies or freezes.</summary>
public sealed class LimitedResourceTests(ITestOutputHelper output)
{
    private const int Tasks = 50;
    private const int Limit = 2;
    private const int WorkMilliseconds = 150;
    private const int BeforeTheKill = 6;
    private const string Sleeper = "sleeper";

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    /// <summary>What the others need to hear of a lease that is free, on a busy machine.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan TokenPromise = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task Fifty_tasks_on_four_workers_never_hold_more_than_two_leases_and_that_of_a_killed_holder_comes_back_within_its_time()
    {
        await using var lab = await Lab.StartAsync();
        var workers = new List<WorkerProcess>();
        for (var index = 0; index < 4; index++)
        {
            workers.Add(await lab.StartWorkerAsync($"worker-{index}", static settings => settings with { Lease = Lease }));
        }

        var handles = await lab.Probes.Limited.DelayManyAsync(
            Enumerable.Repeat(WorkMilliseconds, Tasks), static milliseconds => new(milliseconds));
        await lab.WaitForAsync(LedgerEvent.Released, BeforeTheKill, Limits.Soon);
        var (kill, held) = await KillAHolderAsync(lab, workers);

        var results = await Task.WhenAll(handles.Select(static handle => handle.GetAsync(Limits.Long)));

        Assert.All(results, static result => Assert.Equal("done", result));
        await lab.AssertDrainedAsync();

        // What the dead one had acquired lived on for the lease at least, of which a quarter is left for the way of the reply.
        var uses = LeaseUse.Read(lab.Ledgers.Read());
        var leastLife = (long)(Lease.TotalSeconds * 3 / 4 * Stopwatch.Frequency);
        Assert.Equal(held, uses.Count(static use => use.Until is null));
        Assert.Equal(Limit, LeaseUse.Count(uses.Select(use => use.EndAt(use.From + leastLife))).Most);

        var others = uses.Where(use => use.ProcessId != kill.ProcessId && (use.Until ?? long.MaxValue) > kill.Before);
        var backAt = LeaseUse.Count(others, over: Limit - held).FirstOver;
        var back = Stopwatch.GetElapsedTime(kill.Before, backAt ?? long.MaxValue);
        output.WriteLine($"{held} lease(s) of the killed worker came back {back.TotalSeconds:0.00} s after the kill.");
        Assert.True(back < Lease + Margin, $"The lease came back {back.TotalSeconds:0.00} s after the kill.");
    }

    [Fact]
    public async Task A_holder_that_freezes_for_longer_than_its_lease_finds_its_token_canceled_when_it_wakes()
    {
        await using var lab = await Lab.StartAsync();
        var sleeper = await lab.StartWorkerAsync(Sleeper, static settings => settings with { Lease = Lease });
        var held = await lab.Probes.HoldIn.DelayAsync(Sleeper);
        await lab.WaitForAsync(LedgerEvent.Acquired, 1, Limits.Soon);
        var heir = await lab.StartWorkerAsync("heir", static settings => settings with { Lease = Lease });
        await sleeper.PauseAsync();
        var pausedAt = Stopwatch.GetTimestamp();

        // One that waits for the lease, and the one that held it, run elsewhere now.
        var waiter = await lab.Probes.HoldIn.DelayAsync(Sleeper);
        var acquired = await lab.WaitForAsync(LedgerEvent.Acquired, 2, Limits.Soon, record => record.ProcessId == heir.Id);
        Assert.Equal(["heir", "heir"], await Task.WhenAll(held.GetAsync(Limits.Soon), waiter.GetAsync(Limits.Soon)));
        var first = Stopwatch.GetElapsedTime(pausedAt, acquired.Min(static record => record.Timestamp));
        Assert.InRange(first, Lease / 2, Lease + Margin);

        var resumedAt = sleeper.Resume();
        var stop = Assert.Single(await lab.WaitForAsync(LedgerEvent.Stopped, 1, Limits.Soon, record => record.ProcessId == sleeper.Id));

        var fired = Stopwatch.GetElapsedTime(resumedAt, stop.Timestamp);
        output.WriteLine(
            $"The lease was somebody else's {first.TotalSeconds:0.00} s after the pause; "
            + $"the token fired {fired.TotalMilliseconds:0} ms after the process woke.");
        Assert.Equal((held.Id.Value, StopReason.LeaseLost), (stop.Task, stop.Reason));
        Assert.True(fired < TokenPromise, $"The token fired {fired.TotalSeconds:0.0} s after the process woke.");
        await lab.AssertDrainedAsync();
    }

    // Kills a process that holds a lease, and says how many it held.
    private static async Task<(Kill Kill, int Held)> KillAHolderAsync(Lab lab, IReadOnlyList<WorkerProcess> workers)
    {
        while (true)
        {
            var newest = LeaseUse.Read(lab.Ledgers.Read())
                .Where(static use => use.Until is null)
                .OrderByDescending(static use => use.From)
                .FirstOrDefault();
            if (workers.FirstOrDefault(worker => worker.Id == newest.ProcessId) is not { } victim)
            {
                await Task.Yield();
                continue;
            }

            // Frozen first: what it holds then, it holds when it dies.
            await victim.PauseAsync();
            var held = LeaseUse.Read(lab.Ledgers.Read()).Count(use => use.ProcessId == victim.Id && use.Until is null);
            if (held == 0)
            {
                victim.Resume();
                continue;
            }

            return (await victim.KillAsync(), held);
        }
    }
}
