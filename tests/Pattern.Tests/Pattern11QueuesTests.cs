using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern11QueuesTests(DataServers servers)
{
    private const int PrimesBelow20000 = 2_262;

    [Theory, EachBackend]
    public async Task A_worker_takes_tasks_of_its_queues_only_and_work_for_a_processor_has_threads_of_its_own(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var tasks = application.Of<QueueTasksClient>();
        var reading = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => tasks.IoHeavyTask.DelayAsync()));
        var counting = await tasks.CpuHeavyTask.DelayManyAsync(Enumerable.Repeat(20_000, 6), static below => new(below));

        await application.StartWorkerAsync(
            static worker => worker.Queue("cpu_intensive", static queue => (queue.Concurrency, queue.DedicatedThreads) = (2, true)));
        var counted = await Task.WhenAll(counting.Select(static handle => handle.GetAsync(Limits.Long)));
        Assert.All(counted, static work => Assert.Equal(new CpuWork(PrimesBelow20000, OnPoolThread: false), work));

        // All that the other queue was given is still there, and nobody has looked at it.
        var counts = await application.CountAsync("io_intensive");
        Assert.Equal((3, 0), (counts.Pending, counts.Leased));
        Assert.All(
            await Task.WhenAll(reading.Select(static handle => handle.GetSnapshotAsync())),
            static snapshot => Assert.Equal(TaskState.Pending, snapshot.State));

        await application.StartWorkerAsync("io", 3, "io_intensive");
        Assert.All(
            await Task.WhenAll(reading.Select(static handle => handle.GetAsync(Limits.Long))), static rows => Assert.Equal(100_000, rows));
    }

    [Theory, EachBackend]
    public async Task One_queue_of_a_worker_does_not_starve_another(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 1, "default", "bulk");
        var tasks = application.Of<EqualTasksClient>();

        var held = await tasks.Weigh.DelayAsync("in the only slot of default", []);
        await application.Probe.UntilAsync("in the only slot of default");
        var behind = await tasks.Weigh.DelayAsync("behind it", []);
        application.Probe.Open("elsewhere");
        Assert.Equal(
            "elsewhere: 0 in run 1",
            await (await tasks.Weigh.With(new() { Queue = "bulk" }).DelayAsync("elsewhere", [])).GetAsync(Limits.Long));

        Assert.Equal(0, application.Probe.Count("behind it"));
        application.Probe.OpenAll();
        await Task.WhenAll(held.GetAsync(Limits.Long), behind.GetAsync(Limits.Long));
    }
}
