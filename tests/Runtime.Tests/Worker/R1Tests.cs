namespace TaskGen.Tests.Worker;

/// <summary>A timeout, a token, or a soft limit ends a wait at once, even while no slot is free (fault R1).</summary>
public sealed class R1Tests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_timeout_is_not_held_back_by_the_child_that_has_the_only_slot(bool dedicated)
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1, dedicated);
        var (child, threw) = (new Gate(), new Gate());
        host.Script.Body = async (text, _) =>
        {
            if (text == "child")
            {
                // A body on a thread of the queue blocks it.
                await (dedicated ? Blocked(child) : child.PassAsync());
                return text;
            }

            var handle = await host.DelayAsync<Profiles.Plain>("child");
            await Assert.ThrowsAsync<TimeoutException>(() => handle.GetAsync(Second));
            await threw.PassAsync();
            return await handle.GetAsync();
        };

        var parent = await host.DelayAsync<Profiles.Plain>("parent");
        await host.PumpAsync(Ends(threw.Arrived));
        threw.Open();
        child.Open();

        Assert.Equal("child", await host.PumpAsync(parent));
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task A_canceled_token_ends_the_wait_for_the_result_and_for_progress()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var (child, started) = (new Gate(), new Gate());
        using var patience = new CancellationTokenSource();
        host.Script.Body = async (text, _) =>
        {
            if (text == "child")
            {
                started.Open();
                await child.PassAsync();
                return text;
            }

            var handle = await host.DelayAsync<Profiles.Plain>("child");
            var result = handle.GetAsync(patience.Token);
            var progress = Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var report in handle.ProgressAsync(patience.Token))
                {
                }
            });
            await started.PassAsync();
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => result);
            await progress;
            return "threw";
        };

        Assert.Equal("threw", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("parent")));
        child.Open();
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task A_soft_limit_ends_the_wait_for_a_child()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var child = new Gate();
        host.Script.Body = async (text, context) =>
        {
            if (text == "child")
            {
                await child.PassAsync();
                return text;
            }

            var handle = await host.DelayAsync<Profiles.Plain>("child");
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handle.GetAsync(context.CancellationToken));
            return $"{context.StopReason}";
        };

        Assert.Equal("SoftTimeLimit", await host.PumpAsync(await host.DelayAsync<Profiles.Limited>("parent")));
        child.Open();
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task A_token_and_a_soft_limit_end_the_wait_for_a_resource()
    {
        await using var gpu = new ResourceHost();
        var host = gpu.Host;
        await gpu.OccupyAsync();
        await host.StartWorkerAsync(1);
        var other = new Gate();
        using var patience = new CancellationTokenSource();
        host.Script.Body = async (text, context) =>
        {
            if (text == "other")
            {
                await other.PassAsync();
                return text;
            }

            var token = text == "token" ? patience.Token : CancellationToken.None;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await context.AcquireAsync(ResourceHost.Gpu, 1, token));
            return $"{context.StopReason}";
        };
        var token = await gpu.QueueUpAsync<Profiles.Plain>("token");
        var limited = await gpu.QueueUpAsync<Profiles.Limited>("soft limit");
        await host.DelayAsync<Profiles.Plain>("other");
        await other.Arrived;

        await patience.CancelAsync();

        Assert.Equal("None", await TestHost.ResultAsync(token));
        Assert.Equal("SoftTimeLimit", await host.PumpAsync(limited));
        other.Open();
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task A_timeout_also_limits_the_wait_for_a_slot_after_the_child_has_ended()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        await host.StartWorkerAsync(1, queue: "other");
        var (child, busy) = (new Gate(), new Gate());
        host.Script.Body = async (text, context) =>
        {
            if (text.StartsWith("parent", StringComparison.Ordinal))
            {
                var handle = await host.DelayAsync<Profiles.Plain>("child", new EnqueueOptions { Queue = "other" });
                return text == "parent with a timeout" ? await handle.GetAsync(TimeSpan.FromSeconds(30)) : await handle.GetAsync();
            }

            await (text == "child" ? child : busy).PassAsync();
            return text;
        };
        var timed = await host.DelayAsync<Profiles.Plain>("parent with a timeout");
        var limited = await host.DelayAsync<Profiles.Limited>("parent with a soft limit");
        await host.DelayAsync<Profiles.Plain>("busy");
        await busy.Arrived;
        child.Open();

        Assert.Equal("child", await host.PumpAsync(limited));
        Assert.Equal("child", await host.PumpAsync(timed));
        busy.Open();
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task A_hundred_waits_time_out_together_and_nothing_starts_until_all_but_one_have_ended()
    {
        const int Parents = 100;
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var (threw, first, last) = (0, new Gate(), new Gate());
        host.Script.Body = async (text, _) =>
        {
            if (text == "later")
            {
                return text;
            }

            var handle = await host.DelayAsync<Profiles.Plain>("never", new EnqueueOptions { Countdown = TimeSpan.FromDays(1) });
            await Assert.ThrowsAsync<TimeoutException>(() => handle.GetAsync(TimeSpan.FromMinutes(1)));
            Interlocked.Increment(ref threw);
            await (text == "0" ? last : first).PassAsync();
            return text;
        };
        var parents = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, Parents).Select(static i => $"{i}"));
        await TestHost.UntilAsync(() => Task.FromResult(host.Script.Started.Count == Parents));
        var all = TestHost.UntilAsync(() => Task.FromResult(Volatile.Read(ref threw) == Parents));
        await host.PumpAsync(Ends(all), TimeSpan.FromSeconds(10));
        var later = await host.DelayAsync<Profiles.Plain>("later");

        first.Open();
        await Task.WhenAll(parents.Skip(1).Select(host.PumpAsync));
        Assert.Equal(TaskState.Pending, (await later.GetSnapshotAsync()).State);
        last.Open();

        Assert.Equal("later", await host.PumpAsync(later));
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task Waits_that_are_interrupted_again_and_again_exceed_the_concurrency_by_one_per_task_at_most()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var child = new Gate();
        var inside = new Concurrency();
        host.Script.Body = async (text, _) =>
        {
            if (text == "child")
            {
                inside.Enter();
                await child.PassAsync();
                inside.Leave();
                return text;
            }

            var handle = await host.DelayAsync<Profiles.Plain>("child");
            for (var i = 0; i < 20; i++)
            {
                await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Assert.ThrowsAsync<TimeoutException>(() => handle.GetAsync(Second))));
                inside.Enter();
                await Task.Yield();
                inside.Leave();
            }

            return text;
        };

        Assert.Equal("parent", await host.PumpAsync(await host.DelayAsync<Profiles.Plain>("parent")));
        Assert.Equal(2, inside.Most);
        child.Open();
        await Concurrency.AssertAsync(host, 1);
    }

    private static Task Blocked(Gate gate)
    {
        gate.Pass();
        return Task.CompletedTask;
    }

    private static async Task<bool> Ends(Task task)
    {
        await task;
        return true;
    }
}
