namespace TaskGen.Tests.Worker;

/// <summary>
/// A cancel reaches what a task has dispatched before its token fired, and nothing that it dispatches afterwards (fault R10).
/// </summary>
public sealed class R10Tests
{
    [Fact]
    public async Task What_a_parent_dispatches_after_its_token_fired_runs()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(4);
        var begun = new TaskCompletionSource();
        var late = new TaskCompletionSource<TaskHandle<string>>();
        host.Script.Body = async (text, context) =>
        {
            if (text == "parent")
            {
                begun.SetResult();
                await UntilCanceledAsync(context);
                late.SetResult(await host.DelayAsync<Profiles.Plain>("late"));
                context.CancellationToken.ThrowIfCancellationRequested();
            }

            return text;
        };
        var parent = await host.DelayAsync<Profiles.Plain>("parent");
        await begun.Task.WaitAsync(TestHost.Patience);

        Assert.True(await parent.CancelAsync());

        Assert.Equal("late", await host.PumpAsync(await host.PumpAsync(late.Task)));
        Assert.Equal(TaskState.Canceled, (await host.PumpFailureAsync(parent)).State);
    }

    [Fact]
    public async Task What_is_on_its_way_when_the_token_fires_is_canceled()
    {
        HookedBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new HookedBroker(inner));
        await host.StartWorkerAsync(4);
        var (begun, early) = (new TaskCompletionSource(), new TaskCompletionSource<TaskHandle<string>>());
        var parentContext = new TaskCompletionSource<TaskContext>();
        host.Script.Body = async (text, context) =>
        {
            if (text == "parent")
            {
                parentContext.SetResult(context);
                early.SetResult(await host.DelayAsync<Profiles.Plain>("early"));
            }

            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return text;
        };

        // The dispatch of the task is held up until its token has fired.
        broker!.OnEnqueue = async apply =>
        {
            if (parentContext.Task.IsCompleted)
            {
                begun.TrySetResult();
                await UntilCanceledAsync(await parentContext.Task);
            }

            return await apply();
        };
        var parent = await host.DelayAsync<Profiles.Plain>("parent");
        await begun.Task.WaitAsync(TestHost.Patience);
        Assert.True(await parent.CancelAsync("enough"));

        var child = await host.PumpAsync(early.Task);
        Assert.Equal("enough", (await host.PumpFailureAsync(child)).RemoteMessage);
    }

    [Fact]
    public async Task A_soft_time_limit_that_fired_the_token_before_does_not_keep_a_cancel_from_the_children()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(4);
        var gate = new Gate();
        var child = new TaskCompletionSource<TaskHandle<string>>();
        host.Script.Body = async (text, context) =>
        {
            if (text == "parent")
            {
                await UntilCanceledAsync(context);
                child.SetResult(await host.DelayAsync<Profiles.Plain>("child"));
                await gate.PassAsync();
            }

            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return text;
        };
        var parent = await host.DelayAsync<Profiles.Endless>("parent");
        var dispatched = await host.PumpAsync(child.Task, TimeSpan.FromDays(1));

        Assert.True(await parent.CancelAsync("enough"));

        Assert.Equal("enough", (await host.PumpFailureAsync(dispatched)).RemoteMessage);
        gate.Open();
    }

    private static Task UntilCanceledAsync(TaskContext context) =>
        Task.Delay(Timeout.Infinite, context.CancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
}
