using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>A dispatch does not join a task that waits beyond its deadline (fault R3).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R3Tests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task Without_a_worker_an_equal_dispatch_is_a_new_task_that_runs_later(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var tasks = application.Of<EqualTasksClient>();
        var pending = await tasks.Remember.With(Over()).DelayAsync("pending");
        var delayed = await tasks.Remember.With(Over(TimeSpan.FromHours(1))).DelayAsync("delayed");
        var inTime = await tasks.Remember.With(new() { ExpiresAt = DateTimeOffset.UtcNow.AddHours(1) }).DelayAsync("in time");

        var again = new[] { await tasks.Remember.DelayAsync("pending"), await tasks.Remember.DelayAsync("delayed") };
        var joined = await tasks.Remember.DelayAsync("in time");

        Assert.All(again, static handle => Assert.False(handle.WasDeduplicated));
        Assert.Equal((inTime.Id, true), (joined.Id, joined.WasDeduplicated));
        Assert.Equal(TaskState.Expired, (await pending.GetSnapshotAsync()).State);
        Assert.Equal(TaskState.Expired, (await delayed.GetSnapshotAsync()).State);
        await application.StartWorkerAsync("w", 2, "default");
        foreach (var handle in again)
        {
            Assert.Equal(1, await handle.GetAsync(Limits.Long));
        }

        Assert.Equal(1, await joined.GetAsync(Limits.Long));
    }

    [Theory, EachBackend]
    public async Task Whoever_waits_for_the_task_is_told_that_it_has_expired(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var tasks = application.Of<EqualTasksClient>();
        var first = await tasks.Remember.With(Over()).DelayAsync("x");
        var wait = Assert.ThrowsAsync<TaskFailedException>(() => first.GetAsync(Limits.Long));

        Assert.False((await tasks.Remember.DelayAsync("x")).WasDeduplicated);

        Assert.Equal(TaskState.Expired, (await wait).Failure.State);
    }

    [Theory, EachBackend]
    public async Task Equal_dispatches_of_one_call_join_the_first_that_is_in_time(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var tasks = application.Of<EqualTasksClient>();
        await tasks.Remember.With(Over()).DelayAsync("x");

        var handles = await tasks.Remember.DelayManyAsync(["x", "x", "y"], static name => new(name));

        Assert.Equal([false, true, false], handles.Select(static handle => handle.WasDeduplicated));
        Assert.Equal(handles[0].Id, handles[1].Id);
        await application.StartWorkerAsync("w", 2, "default");
        Assert.Equal(1, await handles[1].GetAsync(Limits.Long));
    }

    [Theory, EachBackend]
    public async Task A_task_of_a_canvas_is_not_lost_with_what_has_expired(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var tasks = application.Of<EqualTasksClient>();
        await tasks.Sum.With(Over()).DelayAsync([1, 2]);

        var chain = await application.Tasks.DelayAsync(tasks.Sum.Signature([1]).Then(tasks.Sum.Signature([1, 2])));
        await application.StartWorkerAsync("w", 2, "default");

        Assert.StartsWith("3 in", await chain.GetAsync(Limits.Long), StringComparison.Ordinal);
    }

    /// <summary>Options with a deadline that has passed.</summary>
    private static EnqueueOptions Over(TimeSpan? countdown = null) =>
        new() { ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1), Countdown = countdown };
}
