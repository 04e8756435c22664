using System.Globalization;
using Reliability.Worker;
using TaskGen;

namespace Reliability.Tests;

/// <summary>Tasks that wait for their children on Redis: they give their slots back. The same on memory is in ParkingTests.</summary>
public sealed class WaitingParentTests
{
    private const int Parents = 1000;

    private static readonly Func<WorkerSettings, WorkerSettings> OneSlot = static settings => settings with { Concurrency = 1 };

    [Fact]
    public async Task A_thousand_waiting_parents_with_two_children_each_finish_on_one_slot()
    {
        await using var lab = await Lab.StartAsync();
        var parents = await lab.Trees.Grow.DelayManyAsync(Enumerable.Repeat(new TreeTasksClient.GrowTask.Args(1, 2), Parents));
        await lab.StartWorkerAsync("worker", OneSlot);

        var nodes = await Task.WhenAll(parents.Select(static parent => parent.GetAsync(Limits.Long)));

        Assert.All(nodes, static count => Assert.Equal(3, count));
        Assert.Equal(3 * Parents, lab.Ledgers.Read(LedgerEvent.Started).Select(static record => record.Task).Distinct().Count());
        await lab.AssertDrainedAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Three_generations_with_three_children_each_finish_on_one_slot_a_worker(int workers)
    {
        await using var lab = await Lab.StartAsync();
        for (var worker = 0; worker < workers; worker++)
        {
            await lab.StartWorkerAsync(string.Create(CultureInfo.InvariantCulture, $"worker-{worker}"), OneSlot);
        }

        var handle = await lab.Trees.Grow.DelayAsync(3, 3);

        Assert.Equal(1 + 3 + 9 + 27, await handle.GetAsync(Limits.Soon));
        Assert.Equal(workers, lab.Ledgers.Read(LedgerEvent.Started).Select(static record => record.ProcessId).Distinct().Count());
        await lab.AssertDrainedAsync();
    }

    [Fact]
    public async Task Cancelling_a_parent_cancels_its_children_and_theirs()
    {
        await using var lab = await Lab.StartAsync();
        await lab.StartWorkerAsync("first", OneSlot);
        await lab.StartWorkerAsync("second", OneSlot);
        var handle = await lab.Trees.Hold.DelayAsync(2);
        var started = await lab.WaitForAsync(LedgerEvent.Started, 3, Limits.Soon);

        Assert.True(await handle.CancelAsync("nobody wants it"));

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Soon));
        Assert.Equal(TaskState.Canceled, failure.State);
        await lab.WaitForAsync(LedgerEvent.Stopped, 3, Limits.Soon);
        await lab.AssertDrainedAsync();
        Assert.All(await lab.ReadRecordsAsync(started.Select(static record => record.Task)), static record =>
        {
            Assert.Equal(TaskState.Canceled, record?.State);
            Assert.Equal("nobody wants it", record?.Reason);
        });
    }
}
