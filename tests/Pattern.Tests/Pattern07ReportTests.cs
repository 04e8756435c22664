using System.Diagnostics;
using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(DataPatterns.Name)]
public sealed class Pattern07ReportTests(DataServers servers)
{
    private static readonly long[] Phases = [0, 25, 50, 75, 90, 100];
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    [Theory, EachBackend]
    public async Task A_report_with_a_plot_is_written_to_a_file_and_its_phases_arrive_in_order(Backend backend)
    {
        await using var application = await Application.StartWithDataAsync(servers, backend);
        var dataset = await application.ImportAsync();
        await application.StartWorkerAsync(
            static worker => worker.Queue("cpu_intensive", static queue => (queue.Concurrency, queue.DedicatedThreads) = (1, true)));
        var handle = await application.Of<ReportTasksClient>().GenerateReport
            .DelayAsync("delays_by_hour", new ReportParameters(dataset.Id));
        var there = application.AddCaller().GetHandle<GeneratedReport>(handle.Id);
        var seen = await there.ProgressAsync().Select(static progress => progress.Current).ToListAsync();
        var report = await there.GetAsync(Limits.Long);

        // A phase that is over before the watcher looks is folded into the next one; the order and the last stay.
        Assert.Equal(seen.Distinct().Order(), seen);
        Assert.Subset(Phases.ToHashSet(), seen.ToHashSet());
        Assert.Equal(100, seen[^1]);

        Assert.Equal(application.Reports, Path.GetDirectoryName(report.FilePath));
        var page = await File.ReadAllTextAsync(report.FilePath);
        var plot = Path.ChangeExtension(report.FilePath, ".png");
        Assert.Contains($"src=\"{Path.GetFileName(plot)}\"", page, StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(plot))[..4]);
        Assert.True(report.Flights > 90_000, $"There are {report.Flights} flights in it.");
        Assert.Equal(report.Rows, page.Split("<tr><td>").Length - 1);
    }

    [Theory, EachBackend]
    public async Task A_busy_cpu_queue_starves_neither_heartbeats_nor_the_io_queue(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync(static worker =>
        {
            (worker.Name, worker.LeaseDuration) = ("busy", Lease);
            worker.Queue("cpu_intensive", static queue => (queue.Concurrency, queue.DedicatedThreads) = (Environment.ProcessorCount, true))
                .Queue("io_intensive");
        });
        var tasks = application.Of<QueueTasksClient>();
        var counting = await tasks.CpuHeavyTask.DelayManyAsync(
            Enumerable.Repeat(int.MaxValue, Environment.ProcessorCount), static below => new(below));
        var running = await Task.WhenAll(
            counting.Select(static handle => Application.UntilAsync(handle, static snapshot => snapshot.State == TaskState.Running)));

        // Another worker takes over what a worker holds that has missed its lease.
        await application.StartWorkerAsync("heir", Environment.ProcessorCount, "cpu_intensive");
        var started = Stopwatch.GetTimestamp();
        var done = 0;
        while (done < 10 || Stopwatch.GetElapsedTime(started) < 3 * Lease)
        {
            var succeeds = application.Of<FlakyTasksClient>().Succeed.With(new() { Queue = "io_intensive" });
            Assert.Equal($"{++done}", await (await succeeds.DelayAsync($"{done}")).GetAsync(Limits.Long));
        }

        var still = await Task.WhenAll(counting.Select(static handle => handle.GetSnapshotAsync()));
        Assert.Equal(
            running.Select(static snapshot => (snapshot.State, snapshot.WorkerId, snapshot.StartedAt)),
            still.Select(static snapshot => (snapshot.State, snapshot.WorkerId, snapshot.StartedAt)));
        Assert.All(still, static snapshot => Assert.StartsWith("busy", snapshot.WorkerId, StringComparison.Ordinal));
        Assert.All(await Task.WhenAll(counting.Select(static handle => handle.CancelAsync("enough"))), Assert.True);
        foreach (var handle in counting)
        {
            Assert.Equal(TaskState.Canceled, (await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long))).State);
        }
    }
}
