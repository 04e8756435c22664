using System.Collections.Concurrent;
using TaskGen.Brokers;

namespace TaskGen.Tests.Worker;

public sealed class CancelTests
{
    [Fact]
    public async Task A_waiting_task_is_canceled_and_never_starts()
    {
        await using var host = new TestHost();
        var handle = await host.DelayAsync<Profiles.Plain>("x");

        Assert.True(await handle.CancelAsync("not needed"));

        var failure = await TestHost.FailureAsync(handle);
        Assert.Equal((TaskState.Canceled, "not needed"), (failure.State, failure.RemoteMessage));
        await host.StartWorkerAsync(1);
        Assert.Equal("next", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("next")));
        Assert.Equal(["next"], host.Script.Started);
        Assert.Empty(await host.DeadLettersAsync());
    }

    [Fact]
    public async Task A_delayed_task_is_canceled()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var handle = await host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Countdown = TimeSpan.FromDays(100) });

        Assert.True(await handle.CancelAsync());

        Assert.Equal(TaskState.Canceled, (await TestHost.FailureAsync(handle)).State);
        Assert.Equal(0, (await host.Broker.CountAsync("default", CancellationToken.None)).Delayed);
    }

    [Fact]
    public async Task A_task_that_waits_for_its_retry_is_canceled()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, _) => throw new InvalidOperationException();
        var handle = await host.DelayAsync<Profiles.Retrying>("x");
        await TestHost.UntilAsync(handle, TaskState.Retrying);

        Assert.True(await handle.CancelAsync("enough"));

        Assert.Equal("enough", (await TestHost.FailureAsync(handle)).RemoteMessage);
        Assert.Single(host.Script.Started);
    }

    [Fact]
    public async Task A_running_task_has_its_token_canceled_and_the_reason_reaches_the_waiter()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        var reason = StopReason.None;
        host.Script.Body = async (text, context) =>
        {
            try
            {
                await gate.PassAsync(context.CancellationToken);
            }
            finally
            {
                reason = context.StopReason;
            }

            return text;
        };
        var handle = await host.DelayAsync<Profiles.Retrying>("x");
        await gate.Arrived;

        Assert.True(await host.NewClient().GetHandle(handle.Id).CancelAsync("user left"));

        var failure = await TestHost.FailureAsync(handle);
        Assert.Equal((TaskState.Canceled, "user left"), (failure.State, failure.RemoteMessage));
        Assert.Equal(StopReason.Canceled, reason);
        Assert.False(await handle.CancelAsync());
    }

    [Fact]
    public async Task A_task_that_was_leased_ahead_and_has_not_started_is_canceled_and_never_starts()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        await Task.WhenAll(
            (await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 200).Select(static i => $"warm {i}")))
                .Select(TestHost.ResultAsync));
        host.Script.Body = async (text, _) =>
        {
            if (text == "first")
            {
                await gate.PassAsync();
            }

            return text;
        };
        var handles = await host.DelayManyAsync<Profiles.Plain>(["first", "ahead", "third"]);
        await gate.Arrived;
        await TestHost.UntilAsync(async () => (await host.Broker.CountAsync("default", CancellationToken.None)).Leased == 3);

        Assert.True(await handles[1].CancelAsync("no"));

        Assert.Equal(TaskState.Canceled, (await TestHost.FailureAsync(handles[1])).State);
        gate.Open();
        await host.PumpAsync(handles[0]);
        await host.PumpAsync(handles[2]);
        Assert.DoesNotContain("ahead", host.Script.Started);
    }

    [Fact]
    public async Task A_task_that_has_ended_cannot_be_canceled()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await TestHost.ResultAsync(handle);

        Assert.False(await handle.CancelAsync());
        Assert.Equal(TaskState.Succeeded, (await handle.GetSnapshotAsync()).State);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("nobody-ever-used-it")]
    public async Task A_task_that_nobody_knows_cannot_be_canceled(string queue)
    {
        await using var host = new TestHost();
        await host.DelayAsync<Profiles.Plain>("x");
        var id = new TaskId(Guid.CreateVersion7(), queue);

        var error = await Assert.ThrowsAsync<TaskNotFoundException>(() => host.Client.GetHandle(id).CancelAsync());
        Assert.Equal(id, error.Id);
    }

    [Fact]
    public async Task A_task_that_was_only_joined_is_canceled_by_force_alone()
    {
        await using var host = new TestHost();
        var first = await host.DelayAsync<Profiles.Idempotent>("x");
        var joined = await host.DelayAsync<Profiles.Idempotent>("x");
        Assert.True(joined.WasDeduplicated);

        await Assert.ThrowsAsync<InvalidOperationException>(() => joined.CancelAsync("mine"));
        Assert.Equal(TaskState.Pending, (await first.GetSnapshotAsync()).State);
        Assert.True(await joined.CancelAsync("all", force: true));

        Assert.Equal(TaskState.Canceled, (await TestHost.FailureAsync(first)).State);
    }

    [Fact]
    public async Task A_handler_that_succeeds_in_spite_of_the_cancel_has_succeeded()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            await gate.PassAsync(context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return $"{text} {context.StopReason}";
        };
        var handle = await host.DelayAsync<Profiles.Plain>("done");
        await gate.Arrived;

        Assert.True(await handle.CancelAsync());

        Assert.Equal("done Canceled", await TestHost.ResultAsync(handle));
    }

    [Fact]
    public async Task A_task_that_was_asked_to_cancel_and_is_then_handed_back_at_shutdown_ends_canceled()
    {
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (text, _) =>
        {
            await gate.PassAsync();
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Plain>("deaf");
        await gate.Arrived;
        await handle.CancelAsync("away with it");

        await worker.StopAsync(new CancellationToken(canceled: true));

        var failure = await TestHost.FailureAsync(handle);
        Assert.Equal((TaskState.Canceled, "away with it"), (failure.State, failure.RemoteMessage));
        gate.Open();
    }

    [Fact]
    public async Task A_reason_that_is_no_text_is_refused()
    {
        await using var host = new TestHost();
        var handle = await host.DelayAsync<Profiles.Plain>("x");

        await Assert.ThrowsAsync<ArgumentException>(() => handle.CancelAsync("\uD800"));
        Assert.Equal(TaskState.Pending, (await handle.GetSnapshotAsync()).State);
    }

    [Fact]
    public async Task A_request_by_id_alone_reaches_the_task_without_a_record_that_is_held_and_no_other()
    {
        HookedBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new HookedBroker(inner));
        await host.StartWorkerAsync(2, configure: static options => options.LeaseDuration = TimeSpan.FromMilliseconds(150));
        var stopped = new ConcurrentQueue<(string Text, StopReason Reason)>();
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            try
            {
                await gate.PassAsync(context.CancellationToken);
                return text;
            }
            catch (OperationCanceledException)
            {
                stopped.Enqueue((text, context.StopReason));
                throw;
            }
        };
        var ignored = await host.DelayAsync<Profiles.Ignored>("ignored");
        var kept = await host.DelayAsync<Profiles.Plain>("kept");
        await TestHost.UntilAsync(() => Task.FromResult(host.Script.Started.Count == 2));

        // What a broker says that cannot find a task by its id: the request of an earlier life of 'kept' among them.
        broker!.OnRenewed = reply => reply with
        {
            Strays =
            [
                new StrayRequest(ignored.Id.Value, "gone"), new StrayRequest(kept.Id.Value, "long ago"),
                new StrayRequest(Guid.NewGuid(), null),
            ],
        };
        await TestHost.UntilAsync(() => Task.FromResult(!stopped.IsEmpty));
        gate.Open();

        Assert.Equal("kept", await TestHost.ResultAsync(kept));
        Assert.Equal([("ignored", StopReason.Canceled)], stopped);
    }

    [Fact]
    public async Task Cancelling_a_parent_cancels_what_it_dispatched_and_not_what_it_only_joined()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(4);
        var children = new TaskCompletionSource<IReadOnlyList<TaskHandle<string>>>();
        host.Script.Body = async (text, context) =>
        {
            if (text != "parent")
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }

            var joined = await host.DelayAsync<Profiles.Idempotent>("shared");
            var own = await host.DelayManyAsync<Profiles.Plain>(["running", "waiting"]);
            children.SetResult([joined, .. own]);
            return await own[0].GetAsync();
        };
        var shared = await host.DelayAsync<Profiles.Idempotent>("shared");
        await TestHost.UntilAsync(shared, TaskState.Running);
        var parent = await host.DelayAsync<Profiles.Plain>("parent");
        var dispatched = await children.Task.WaitAsync(TestHost.Patience);
        Assert.True(dispatched[0].WasDeduplicated);

        Assert.True(await parent.CancelAsync("enough"));

        Assert.Equal(TaskState.Canceled, (await host.PumpFailureAsync(parent)).State);
        Assert.Equal("enough", (await host.PumpFailureAsync(dispatched[1])).RemoteMessage);
        Assert.Equal("enough", (await host.PumpFailureAsync(dispatched[2])).RemoteMessage);
        Assert.Equal(TaskState.Running, (await shared.GetSnapshotAsync()).State);
    }
}
