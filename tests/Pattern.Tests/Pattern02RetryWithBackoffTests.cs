using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern02RetryWithBackoffTests(DataServers servers)
{
    // Brokers keep times in milliseconds.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(5);

    [Theory, EachBackend]
    public async Task Delays_are_min_of_base_times_2_to_the_n_and_max_plus_10_to_30_percent_then_the_task_is_a_dead_letter(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 1, "default");
        var handle = await application.Of<FlakyTasksClient>().FailAlways.DelayAsync();
        double[] delays = [0.5, 0.9, 0.9];
        for (var attempt = 1; attempt <= delays.Length; attempt++)
        {
            var waiting = await Application.UntilAsync(
                handle, snapshot => snapshot.State == TaskState.Retrying && snapshot.Attempt == attempt);
            var seen = DateTimeOffset.UtcNow;

            // The delay began after the body threw, and before it was seen here.
            var delay = TimeSpan.FromSeconds(delays[attempt - 1]);
            Assert.InRange(
                waiting.DueAt!.Value,
                application.Probe.Times("failed")[attempt - 1] + (delay * 1.1) - Rounding,
                seen + (delay * 1.3) + Rounding);
            Assert.Equal((4, $"Attempt {attempt} failed."), (waiting.MaxAttempts, waiting.Failure!.Message));
        }

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        Assert.Equal((4, "Attempt 4 failed."), (failure.Attempts, failure.RemoteMessage));
        Assert.Equal(4, application.Probe.Count("failed"));
        var letter = Assert.Single(await application.DeadLettersAsync("default"));
        Assert.Equal((handle.Id.Value, "retries-exhausted"), (letter.Key.Id, letter.Reason));
    }

    [Theory, EachBackend]
    public async Task While_it_waits_it_holds_no_slot_and_stands_in_the_broker_whichever_worker_ran_it(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var first = await application.StartWorkerAsync("w1", 1, "default");
        var tasks = application.Of<FlakyTasksClient>();
        var handle = await tasks.FailForLong.DelayAsync();
        await Application.UntilAsync(handle, static snapshot => snapshot.State == TaskState.Retrying);

        // The only slot is free for another one.
        Assert.Equal("other", await (await tasks.Succeed.DelayAsync("other")).GetAsync(Limits.Long));
        await application.StopAsync(first);

        var waiting = await application.AddCaller().GetHandle(handle.Id).GetSnapshotAsync();
        Assert.Equal(
            (TaskState.Retrying, 1, 2, "Not now."), (waiting.State, waiting.Attempt, waiting.MaxAttempts, waiting.Failure!.Message));
        var counts = await application.CountAsync("default");
        Assert.Equal((0, 1, 0, 0), (counts.Pending, counts.Delayed, counts.Leased, counts.DeadLetters));
    }

    [Theory, EachBackend]
    public async Task An_attempt_whose_worker_has_left_is_followed_by_one_on_another_worker(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var first = await application.StartWorkerAsync("w1", 1, "default");
        var handle = await application.Of<FlakyTasksClient>().SucceedLater.DelayAsync();
        await Application.UntilAsync(handle, static snapshot => snapshot.Failure is not null);
        await application.StopAsync(first);
        await application.StartWorkerAsync("w2", 1, "default");

        await Application.UntilAsync(
            handle,
            static snapshot => snapshot.State == TaskState.Running && snapshot.WorkerId!.StartsWith("w2", StringComparison.Ordinal));
        application.Probe.Open("later");
        Assert.Equal(2, await handle.GetAsync(Limits.Long));
    }
}
