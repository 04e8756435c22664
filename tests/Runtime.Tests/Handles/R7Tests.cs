namespace TaskGen.Tests.Handles;

/// <summary>Timeouts of any length are accepted by waits, and a timeout of zero answers for a task that has ended (fault R7).</summary>
public sealed class R7Tests
{
    [Fact]
    public async Task A_wait_without_an_end_by_the_longest_timeout_returns_the_result()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var handle = await host.DelayAsync<Profiles.Plain>("x");

        Assert.Equal("x", await handle.GetAsync(TimeSpan.MaxValue).WaitAsync(TestHost.Patience));
        Assert.Equal("x", await handle.GetAsync(TimeSpan.FromDays(50)).WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task A_timeout_longer_than_a_timer_ends_on_time()
    {
        await using var host = new TestHost();
        var wait = (await host.DelayAsync<Profiles.Plain>("x")).GetAsync(TimeSpan.FromDays(60));

        host.Time.Advance(TimeSpan.FromDays(49));
        host.Time.Advance(TimeSpan.FromDays(10));
        Assert.False(wait.IsCompleted);
        host.Time.Advance(TimeSpan.FromDays(2));

        await Assert.ThrowsAsync<TimeoutException>(() => wait.WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task A_timeout_of_zero_answers_if_the_task_has_ended()
    {
        await using var host = new TestHost();
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await Assert.ThrowsAsync<TimeoutException>(() => handle.GetAsync(TimeSpan.Zero));
        await host.StartWorkerAsync(1);
        await TestHost.UntilAsync(handle, TaskState.Succeeded);

        Assert.Equal("x", await handle.GetAsync(TimeSpan.Zero));
        Assert.Equal("x", await host.NewClient().GetHandle<string>(handle.Id).GetAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task A_timeout_of_zero_throws_the_failure_of_a_task_that_failed()
    {
        await using var host = new TestHost();
        host.Script.Body = static (_, _) => throw new InvalidOperationException("why");
        await host.StartWorkerAsync(1);
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await TestHost.UntilAsync(handle, TaskState.Failed);

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(TimeSpan.Zero));
        Assert.Equal("why", failure.RemoteMessage);
    }
}
