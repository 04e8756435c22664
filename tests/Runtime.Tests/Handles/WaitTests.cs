namespace TaskGen.Tests.Handles;

public sealed class WaitTests
{
    [Fact]
    public async Task Thousands_of_waiters_share_one_subscription_and_leave_nothing_behind()
    {
        RecordingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, time) => broker = new RecordingBroker(inner, time));
        var handles = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 3_000).Select(static i => $"{i}"));
        var waits = handles.Concat(handles).Select(TestHost.ResultAsync).ToList();

        await host.StartWorkerAsync(4);
        var results = await host.PumpAsync(Task.WhenAll(waits));

        Assert.Equal(6_000, results.Length);
        Assert.Equal(1, broker!.Watches);
        Assert.Equal(3, broker.Batches);
    }

    [Fact]
    public async Task A_lost_push_is_made_good_by_the_slow_poll()
    {
        await using var host = new TestHost(decorate: static (inner, _) => new MutedBroker(inner, watches: true, bells: false));
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (text, _) =>
        {
            await gate.PassAsync();
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        var wait = handle.GetAsync();
        await gate.Arrived;
        gate.Open();
        await TestHost.UntilAsync(handle, TaskState.Succeeded);
        Assert.Equal("x", await host.PumpAsync(wait, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Lost_rings_are_made_good_by_the_slow_poll()
    {
        await using var host = new TestHost(decorate: static (inner, _) => new MutedBroker(inner, watches: false, bells: true));
        await host.StartWorkerAsync(1);
        await TestHost.UntilAsync(() => Task.FromResult(true));
        var start = host.Time.GetUtcNow();

        Assert.Equal("x", await host.PumpAsync((await host.DelayAsync<Profiles.Plain>("x")).GetAsync(), TimeSpan.FromMilliseconds(100)));
        Assert.Equal(
            "later",
            await host.PumpAsync(
                (await host.DelayAsync<Profiles.Plain>("later", new EnqueueOptions { Countdown = TimeSpan.FromSeconds(7) })).GetAsync(),
                TimeSpan.FromMilliseconds(100)));

        Assert.InRange(host.Time.GetUtcNow() - start, TimeSpan.FromSeconds(7), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_wait_of_a_client_that_is_disposed_of_ends()
    {
        await using var host = new TestHost();
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        var wait = handle.GetAsync();
        await host.Services.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => wait.WaitAsync(TestHost.Patience));
    }
}
