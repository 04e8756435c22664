using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern03ProgressTests(DataServers servers)
{
    private const int Million = 1_000_000;

    [Theory, EachBackend]
    public async Task A_caller_in_another_process_sees_the_stages_in_order_with_their_details(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 1, "default");
        string[] stages = ["read", "normalise", "validate", "store"];
        var handle = await application.Of<StageTasksClient>().GoThrough.DelayAsync(stages);

        var seen = new List<TaskProgress<StageDetail>>();
        var there = application.AddCaller().GetHandle<NoResult, StageDetail>(handle.Id);
        await foreach (var progress in there.ProgressAsync())
        {
            seen.Add(progress);
            application.Probe.Open(progress.Status!);
        }

        // The stream has ended, for the task has.
        Assert.Equal(TaskState.Succeeded, (await there.GetSnapshotAsync()).State);
        Assert.Equal([.. stages, "done"], seen.Select(static progress => progress.Status));
        Assert.Equal([0, 1, 2, 3, 4], seen.Select(static progress => progress.Current));
        Assert.Equal(100, seen[^1].Percent);
        Assert.Equal(new StageDetail("validate.csv", 2), seen[2].Detail);
    }

    [Theory, EachBackend(false), EachBackend(true)]
    public async Task A_million_reports_cost_little_and_do_not_flood_the_broker_and_the_last_is_not_lost(Backend backend, bool fails)
    {
        await using var application = await Application.StartAsync(servers, backend);
        BrokerTap? tap = null;
        await application.StartWorkerAsync(static worker => worker.Queue("default"), made => tap = made);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var handle = await application.Of<StageTasksClient>().ReportOften.DelayAsync(Million, fails);
        var seen = await application.AddCaller()
            .GetHandle<double>(handle.Id)
            .ProgressAsync()
            .Select(static progress => progress.Current)
            .ToListAsync();
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(started);

        if (fails)
        {
            await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        }
        else
        {
            Assert.InRange(await handle.GetAsync(Limits.Long), 0, 10);
        }

        Assert.Equal(Million, (await handle.GetSnapshotAsync()).Progress!.Current);
        Assert.Equal(Million, seen[^1]);
        Assert.Equal(seen.Distinct().Order(), seen);

        // All that was seen has left the worker; the last may have gone with the end of the task.
        Assert.InRange(tap!.Reports, seen.Count - 1, (took.TotalSeconds / 0.1) + 2);
    }
}
