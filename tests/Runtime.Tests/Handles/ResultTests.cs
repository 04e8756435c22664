using TaskGen.Brokers;

namespace TaskGen.Tests.Handles;

public sealed class ResultTests
{
    [Fact]
    public async Task A_result_that_was_not_kept_is_said_to_be_so_from_the_handle_and_from_the_id_alone()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var handle = await host.DelayAsync<Profiles.Ignored>("x");
        await TestHost.UntilAsync(() => Task.FromResult(host.Script.Started.Count == 1));
        var again = host.NewClient().GetHandle<string>(TaskId.Parse(handle.Id.ToString()));

        foreach (var kept in new TaskHandle[] { handle, again, host.Client.GetHandle(handle.Id) })
        {
            Assert.Contains(
                "IgnoreResult",
                (await Assert.ThrowsAsync<InvalidOperationException>(() => kept.GetAsync().WaitAsync(TestHost.Patience))).Message,
                StringComparison.Ordinal);
            Assert.Contains(
                "IgnoreResult",
                (await Assert.ThrowsAsync<InvalidOperationException>(() => kept.GetSnapshotAsync())).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_result_that_was_not_kept_is_said_to_be_so_where_a_key_keeps_the_state()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var handle = await host.DelayAsync<Profiles.Ignored>("x", new EnqueueOptions { IdempotencyKey = "k" });
        await TestHost.UntilAsync(handle, TaskState.Succeeded);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => handle.GetAsync().WaitAsync(TestHost.Patience));

        Assert.Contains("IgnoreResult", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("never-used")]
    public async Task An_id_that_nobody_knows_is_not_found(string queue)
    {
        await using var host = new TestHost();
        await host.DelayAsync<Profiles.Plain>("x");
        var handle = host.Client.GetHandle<string>(new TaskId(Guid.CreateVersion7(), queue));

        Assert.Equal(handle.Id, (await Assert.ThrowsAsync<TaskNotFoundException>(() => handle.GetAsync().WaitAsync(TestHost.Patience))).Id);
        await Assert.ThrowsAsync<TaskNotFoundException>(() => handle.GetSnapshotAsync());
        await Assert.ThrowsAsync<TaskNotFoundException>(async () =>
        {
            await foreach (var _ in handle.ProgressAsync())
            {
            }
        });
    }

    [Fact]
    public async Task A_wait_times_out_by_the_clock_of_the_host_and_the_task_goes_on()
    {
        await using var host = new TestHost();
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        var wait = handle.GetAsync(TimeSpan.FromMinutes(5));

        host.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.False(wait.IsCompleted);
        host.Time.Advance(TimeSpan.FromTicks(1));

        await Assert.ThrowsAsync<TimeoutException>(() => wait.WaitAsync(TestHost.Patience));
        await host.StartWorkerAsync(1);
        Assert.Equal("x", await TestHost.ResultAsync(handle));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => handle.GetAsync(TimeSpan.FromSeconds(-5)));
    }

    [Fact]
    public async Task A_canceled_wait_ends_and_the_task_goes_on()
    {
        await using var host = new TestHost();
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        using var source = new CancellationTokenSource();
        var wait = handle.GetAsync(TimeSpan.FromMinutes(5), source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(TestHost.Patience));
        Assert.Equal(TaskState.Pending, (await handle.GetSnapshotAsync()).State);
    }

    [Fact]
    public async Task A_record_is_gone_after_its_time_to_live()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var handle = await host.DelayAsync<Profiles.ShortLived>("x");
        await TestHost.ResultAsync(handle);
        host.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("x", await TestHost.ResultAsync(handle));

        host.Time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<TaskNotFoundException>(() => handle.GetAsync().WaitAsync(TestHost.Patience));
        Assert.Equal(0, host.Broker.Faults.CountKept("default").Records);
    }

    [Theory]
    [InlineData(1_022, true)]
    [InlineData(1_023, false)]
    public async Task A_result_at_the_limit_is_kept_and_one_byte_more_is_a_dead_letter(int length, bool fits)
    {
        await using var host = new TestHost(static options => options.MaxResultBytes = 1_024);
        await host.StartWorkerAsync(1);
        host.Script.Body = (_, _) => Task.FromResult(new string('r', length));
        var handle = await host.DelayAsync<Profiles.Retrying>("x");
        if (fits)
        {
            Assert.Equal(length, (await TestHost.ResultAsync(handle)).Length);
            return;
        }

        var failure = await TestHost.FailureAsync(handle);

        Assert.Contains("1025 bytes; the limit is 1024 bytes", failure.RemoteMessage, StringComparison.Ordinal);
        Assert.Equal(DeadLetterReasons.ResultNotStorable, Assert.Single(await host.DeadLettersAsync()).Reason);
        Assert.Single(host.Script.Started);
    }

    [Fact]
    public async Task Another_process_reads_the_result_from_the_text_of_the_id()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var text = (await host.DelayAsync<Profiles.Plain>("hé\0llo 😀")).Id.ToString();

        Assert.Equal("hé\0llo 😀", await TestHost.ResultAsync(host.NewClient().GetHandle<string>(TaskId.Parse(text))));
    }

    [Fact]
    public async Task Snapshots_tell_every_state()
    {
        await using var host = new TestHost();
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            switch (text)
            {
                case "fails":
                    throw new FormatException("f");
                case "rejects":
                    throw new TaskRejectedException("r");
                case "runs":
                    await gate.PassAsync(context.CancellationToken);
                    break;
            }

            return text;
        };
        var start = host.Time.GetUtcNow();
        var later = new EnqueueOptions { Countdown = TimeSpan.FromHours(1) };
        var pending = await host.DelayAsync<Profiles.Cpu>("waits");
        var scheduled = await host.DelayAsync<Profiles.Plain>("later", later);
        var expired = await host.DelayAsync<Profiles.Expiring>("expires", new EnqueueOptions { Queue = "cpu" });
        host.Time.Advance(TimeSpan.FromSeconds(31));
        await host.Broker.MaintainAsync("cpu", new MaintenanceRequest(3), CancellationToken.None);
        await host.StartWorkerAsync(4);
        var retrying = await host.DelayAsync<Profiles.Retrying>("fails");
        var rejected = await host.DelayAsync<Profiles.Plain>("rejects");
        var running = await host.DelayAsync<Profiles.Plain>("runs");
        await gate.Arrived;

        var s = await pending.GetSnapshotAsync();
        Assert.Equal((TaskState.Pending, 0, 1, start, "cpu", false), (s.State, s.Attempt, s.MaxAttempts, s.EnqueuedAt, s.Name, s.HasEnded));
        s = await scheduled.GetSnapshotAsync();
        Assert.Equal((TaskState.Scheduled, start + TimeSpan.FromHours(1)), (s.State, s.DueAt));
        s = await expired.GetSnapshotAsync();
        Assert.Equal((TaskState.Expired, 0, true), (s.State, s.Attempt, s.HasEnded));
        s = await TestHost.UntilAsync(retrying, TaskState.Retrying);
        Assert.Equal((1, 4, "f"), (s.Attempt, s.MaxAttempts, s.Failure!.Message));
        s = await TestHost.UntilAsync(rejected, TaskState.Failed);
        Assert.Equal((1, "r", true), (s.Attempt, s.Failure!.Message, s.FinishedAt is not null));
        s = await TestHost.UntilAsync(running, TaskState.Running);
        Assert.Equal((1, true, null, null), (s.Attempt, s.StartedAt is not null, s.FinishedAt, s.Failure));
        Assert.StartsWith(Environment.MachineName, s.WorkerId, StringComparison.Ordinal);
        gate.Open();
        await TestHost.ResultAsync(running);
        Assert.Equal(TaskState.Succeeded, (await running.GetSnapshotAsync()).State);
        await scheduled.CancelAsync("c");
        s = await scheduled.GetSnapshotAsync();
        Assert.Equal((TaskState.Canceled, "c"), (s.State, s.Failure!.Message));
    }
}
