using System.Diagnostics;
using Reliability.Worker;
using TaskGen;
using Xunit.Abstractions;

namespace Reliability.Tests;

/// <summary>Handlers keep every thread of the pool.</summary>
public sealed class BlockedPoolTests(ITestOutputHelper output)
{
    private const int Handlers = 200;
    private const int PatientHandlers = 30;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Block = (3 * Lease) + TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Two_hundred_handlers_that_block_the_whole_pool_for_three_leases_lose_none()
    {
        // The pool has as many threads as there are handlers, so that not one is left while all of them block.
        var (starts, ends) = await RunAsync(Handlers, Block, poolThreads: Handlers);

        var blocked = Stopwatch.GetElapsedTime(starts.Max(static start => start.Timestamp), ends.Min(static end => end.Timestamp));
        output.WriteLine($"No thread was free for {blocked.TotalSeconds:0.0} s.");
        Assert.True(blocked >= 3 * Lease, $"No thread was free for only {blocked.TotalSeconds:0.0} s.");
    }

    [Fact]
    public async Task Blocking_handlers_that_wait_for_the_pool_to_grow_lose_no_lease()
    {
        var (starts, ends) = await RunAsync(PatientHandlers, 3 * Lease, poolThreads: 0);

        var took = Stopwatch.GetElapsedTime(starts.Min(static start => start.Timestamp), ends.Max(static end => end.Timestamp));
        output.WriteLine($"{PatientHandlers} handlers of {(3 * Lease).TotalSeconds:0} s took {took.TotalSeconds:0.0} s.");
    }

    private static async Task<(IReadOnlyList<LedgerRecord> Starts, IReadOnlyList<LedgerRecord> Ends)> RunAsync(
        int handlers, TimeSpan block, int poolThreads)
    {
        await using var lab = await Lab.StartAsync();
        var handles = await lab.Probes.Block.DelayManyAsync(
            Enumerable.Repeat((int)block.TotalMilliseconds, handlers), static milliseconds => new(milliseconds));
        var blocked = lab.Start("blocked", settings => settings with { Lease = Lease, Concurrency = handlers, PoolThreads = poolThreads });
        await lab.WaitForAsync(LedgerEvent.Started, 1, Limits.Soon);

        // Whoever is there to take over what was lost.
        await lab.StartWorkerAsync("watcher", settings => settings with { Concurrency = handlers });
        var ends = await lab.WaitForAsync(LedgerEvent.Ended, handlers, Limits.Long);
        await lab.AssertDrainedAsync();

        var starts = lab.Ledgers.Read(LedgerEvent.Started);
        Assert.All(starts, start => Assert.Equal(blocked.Id, start.ProcessId));
        Assert.Empty(new StartRules([], TimeSpan.Zero).Judge(lab.Ledgers.Read(), [.. handles.Select(static handle => handle.Id.Value)]));
        Assert.Equal(handlers, starts.Count);
        Assert.Equal(handlers, ends.Count);
        Assert.All(ends, static end => Assert.Equal(StopReason.None, end.Reason));
        Assert.Equal(0, blocked.LeasesLost);
        var records = await lab.ReadRecordsAsync(handles.Select(static handle => handle.Id.Value));
        Assert.All(records, static record => Assert.Equal((TaskState.Succeeded, 1), (record?.State, record?.Attempt)));
        return (starts, ends);
    }
}
