using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>A wait that ends too early says in which state the task is, and whether a worker serves its queue (fault R13).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R13Tests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task A_queue_without_a_worker_is_named_with_a_similar_one(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var tasks = application.Of<FlakyTasksClient>();
        var handle = await tasks.Succeed.With(new() { Queue = "defualt" }).DelayAsync("x");

        foreach (var timeout in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromSeconds(0.3)])
        {
            var error = await Assert.ThrowsAsync<TimeoutException>(() => handle.GetAsync(timeout));
            Assert.Contains(
                "It is Pending, and no live worker serves queue 'defualt' (did you mean 'default'?)",
                error.Message,
                StringComparison.Ordinal);
            Assert.Contains("AddWorker(w => w.Queue(\"defualt\"))", error.Message, StringComparison.Ordinal);
        }

        await application.StartWorkerAsync("w", 1, "defualt");
        Assert.Equal("x", await handle.GetAsync(Limits.Long));
    }

    [Theory, EachBackend]
    public async Task A_task_that_waits_behind_another_one_and_the_other_one_are_told_apart(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var running = await application.Of<SlowTasksClient>().TidyUp.DelayAsync();
        await application.Probe.UntilAsync("stopped");
        var waiting = await application.Of<FlakyTasksClient>().Succeed.DelayAsync("x");

        var ofRunning = await Assert.ThrowsAsync<TimeoutException>(() => running.GetAsync(TimeSpan.FromSeconds(0.3)));
        var ofWaiting = await Assert.ThrowsAsync<TimeoutException>(() => waiting.GetAsync(TimeSpan.FromSeconds(0.3)));

        Assert.Contains("It is Running (attempt 1 of 1) in worker 'w", ofRunning.Message, StringComparison.Ordinal);
        Assert.Contains("it waits in queue 'default', which 1 worker(s) serve.", ofWaiting.Message, StringComparison.Ordinal);
    }
}
