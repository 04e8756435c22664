using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern13TimeLimitTests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task At_the_soft_limit_the_token_fires_the_context_says_why_and_the_clean_up_can_finish(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 1, "default");
        var handle = await application.Of<SlowTasksClient>().TidyUp.DelayAsync();

        await application.Probe.UntilAsync("stopped");
        Assert.Equal(
            TaskState.Running, (await Application.UntilAsync(handle, static snapshot => snapshot.State != TaskState.Pending)).State);
        application.Probe.Open("tidied up");

        Assert.Equal(nameof(StopReason.SoftTimeLimit), await handle.GetAsync(Limits.Long));
        Assert.Equal(TaskState.Succeeded, (await handle.GetSnapshotAsync()).State);
    }

    [Theory, EachBackend]
    public async Task At_the_hard_limit_the_state_says_so_the_slot_is_free_and_the_late_handler_is_fenced_out(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 1, "default");
        var steady = application.Of<FlakyTasksClient>().Succeed;
        var handle = await application.Of<SlowTasksClient>().BeDeaf.DelayAsync();

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        Assert.Equal((TaskState.Failed, typeof(TaskTimeLimitException).FullName), (failure.State, failure.RemoteExceptionType));
        Assert.Equal(handle.Id.Value, Assert.Single(await application.DeadLettersAsync("default")).Key.Id);

        // The handler still runs, and the only slot is free.
        Assert.Equal("after", await (await steady.DelayAsync("after")).GetAsync(Limits.Long));
        Assert.Equal(0, application.Probe.Count("returns"));
        application.Probe.Open("deaf");
        await application.Probe.UntilAsync("returns");
        await (await steady.DelayAsync("later")).GetAsync(Limits.Long);

        var snapshot = await handle.GetSnapshotAsync();
        Assert.Equal((TaskState.Failed, "in time"), (snapshot.State, snapshot.Progress!.Status));
        Assert.Equal(failure.Failure, snapshot.Failure);
        Assert.Equal(1, application.Probe.Count(nameof(StopReason.TimeLimit)));
        Assert.Single(await application.DeadLettersAsync("default"));
    }
}
