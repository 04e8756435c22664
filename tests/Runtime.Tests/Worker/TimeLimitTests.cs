namespace TaskGen.Tests.Worker;

public sealed class TimeLimitTests
{
    [Fact]
    public async Task At_the_soft_limit_the_token_fires_the_reason_is_told_and_clean_up_can_end_in_success()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (_, context) =>
        {
            try
            {
                await gate.PassAsync(context.CancellationToken);
                return "never";
            }
            catch (OperationCanceledException)
            {
                return $"cleaned up after {context.StopReason}";
            }
        };
        var handle = await host.DelayAsync<Profiles.Limited>("x");
        await gate.Arrived;

        host.Time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(TaskState.Running, (await TestHost.UntilAsync(handle, TaskState.Running)).State);
        host.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("cleaned up after SoftTimeLimit", await TestHost.ResultAsync(handle));
    }

    [Fact]
    public async Task A_handler_that_leaves_at_the_soft_limit_has_failed_with_the_limit()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            await gate.PassAsync(context.CancellationToken);
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Limited>("x");
        await gate.Arrived;

        host.Time.Advance(TimeSpan.FromSeconds(10));

        var failure = await TestHost.FailureAsync(handle);
        Assert.Equal(typeof(TaskTimeLimitException).FullName, failure.RemoteExceptionType);
        Assert.Contains("soft time limit of 10 s", failure.RemoteMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_hard_limit_the_slot_is_free_though_the_handler_is_deaf_and_nothing_it_does_later_counts()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        var returned = new TaskCompletionSource();
        host.Script.Body = async (text, context) =>
        {
            if (text == "deaf")
            {
                await gate.PassAsync();
                context.Progress.Report(99, 100, "late");
                returned.SetResult();
            }

            return text;
        };
        var deaf = await host.DelayAsync<Profiles.Limited>("deaf");
        await gate.Arrived;
        host.Time.Advance(TimeSpan.FromSeconds(10));
        host.Time.Advance(TimeSpan.FromSeconds(10));

        var failure = await TestHost.FailureAsync(deaf);
        Assert.Equal(typeof(TaskTimeLimitException).FullName, failure.RemoteExceptionType);
        Assert.Contains("time limit of 20 s", failure.RemoteMessage, StringComparison.Ordinal);
        Assert.Equal("next", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("next")));

        gate.Open();
        await returned.Task.WaitAsync(TestHost.Patience);
        Assert.Equal("after", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("after")));
        var snapshot = await deaf.GetSnapshotAsync();
        Assert.Equal(TaskState.Failed, snapshot.State);
        Assert.Null(snapshot.Progress);
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task The_hard_limit_is_retried_where_attempts_are_left()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            if (context.Attempt == 1)
            {
                await gate.PassAsync();
            }

            return $"attempt {context.Attempt}";
        };
        var handle = await host.DelayAsync<Profiles.LimitedRetrying>("x");
        await gate.Arrived;
        host.Time.Advance(TimeSpan.FromSeconds(20));

        var snapshot = await TestHost.UntilAsync(handle, TaskState.Retrying);
        Assert.Equal(typeof(TaskTimeLimitException).FullName, snapshot.Failure!.ExceptionType);
        Assert.Equal("attempt 2", await host.PumpAsync(handle));
        gate.Open();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tasks_still_run_while_a_deaf_handler_blocks_its_thread(bool dedicated)
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1, dedicated, queue: "cpu");
        var gate = new Gate();
        host.Script.Body = (text, _) =>
        {
            if (text == "deaf")
            {
                gate.Pass();
            }

            return Task.FromResult(text);
        };
        var deaf = await host.DelayAsync<Profiles.CpuLimited>("deaf");
        await gate.Arrived;
        host.Time.Advance(TimeSpan.FromSeconds(20));
        await TestHost.FailureAsync(deaf);

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal($"{i}", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Cpu>($"{i}")));
        }

        gate.Open();
        await Concurrency.AssertAsync(host, 1, "cpu");
    }

    [Fact]
    public async Task Limits_of_months_neither_fire_early_nor_break_the_task()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (_, context) =>
        {
            await gate.PassAsync(context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return $"{context.StopReason}";
        };
        var handle = await host.DelayAsync<Profiles.Endless>("x");
        await gate.Arrived;

        host.Time.Advance(TimeSpan.FromDays(55));
        Assert.Equal(TaskState.Running, (await TestHost.UntilAsync(handle, TaskState.Running)).State);
        Assert.False(handle.GetAsync().IsCompleted);
        host.Time.Advance(TimeSpan.FromDays(5));

        Assert.Equal("SoftTimeLimit", await TestHost.ResultAsync(handle));
        Assert.Empty(await host.DeadLettersAsync());
    }

    [Fact]
    public async Task What_a_callback_of_the_token_throws_is_logged_and_the_task_ends_as_ever()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            context.CancellationToken.Register(static () => throw new InvalidOperationException("a callback of the user"));
            await gate.PassAsync(context.CancellationToken);
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Limited>("x");
        await gate.Arrived;

        host.Time.Advance(TimeSpan.FromSeconds(11));

        await TestHost.FailureAsync(handle);
        await TestHost.UntilAsync(
            () => Task.FromResult(host.Logs.Lines.Any(static line => line.Contains("a callback of the user", StringComparison.Ordinal))));
    }
}
