namespace TaskGen.Tests.Dispatch;

public sealed class JoinTests
{
    [Fact]
    public async Task A_hundred_concurrent_dispatches_from_two_processes_run_once()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(4);
        ITaskClient[] clients = [host.Client, host.NewClient()];

        var handles = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() =>
            clients[
                i % 2].EnqueueAsync<Scripted<Profiles.Idempotent>, ScriptedArgs, string, TaskHandle<string>>(new ScriptedArgs("once")))));

        Assert.All(await Task.WhenAll(handles.Select(TestHost.ResultAsync)), static result => Assert.Equal("once", result));
        Assert.Single(host.Script.Started);
        Assert.Single(handles, static handle => !handle.WasDeduplicated);
        Assert.Single(handles.Select(static handle => handle.Id).Distinct());
    }

    [Fact]
    public async Task A_dispatch_joins_what_waits_and_what_has_succeeded_until_the_time_to_live_is_over()
    {
        await using var host = new TestHost();
        var waiting = await host.DelayAsync<Profiles.Idempotent>("x");
        Assert.Equal(waiting.Id, (await host.DelayAsync<Profiles.Idempotent>("x")).Id);
        await host.StartWorkerAsync(1);
        await TestHost.ResultAsync(waiting);
        host.Time.Advance(TimeSpan.FromSeconds(3599));
        var cached = await host.DelayAsync<Profiles.Idempotent>("x");
        Assert.True(cached.WasDeduplicated);
        Assert.Equal("x", await TestHost.ResultAsync(cached));

        host.Time.Advance(TimeSpan.FromSeconds(2));
        var again = await host.DelayAsync<Profiles.Idempotent>("x");

        Assert.False(again.WasDeduplicated);
        await host.PumpAsync(again);
        Assert.Equal(2, host.Script.Started.Count);
    }

    [Fact]
    public async Task A_failure_frees_the_key()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, _) => throw new InvalidOperationException();
        await TestHost.FailureAsync(await host.DelayAsync<Profiles.Idempotent>("x"));

        Assert.False((await host.DelayAsync<Profiles.Idempotent>("x")).WasDeduplicated);
    }

    [Fact]
    public async Task A_cancel_and_an_expiry_free_the_key()
    {
        await using var host = new TestHost();
        await (await host.DelayAsync<Profiles.Idempotent>("canceled")).CancelAsync();
        var expired = await host.DelayAsync<Profiles.Idempotent>(
            "expired", new EnqueueOptions { ExpiresAt = host.Time.GetUtcNow() + TimeSpan.FromSeconds(5) });
        host.Time.Advance(TimeSpan.FromSeconds(6));
        await host.StartWorkerAsync(1);
        Assert.Equal(TaskState.Expired, (await TestHost.FailureAsync(expired)).State);

        Assert.False((await host.DelayAsync<Profiles.Idempotent>("canceled")).WasDeduplicated);
        Assert.False((await host.DelayAsync<Profiles.Idempotent>("expired")).WasDeduplicated);
    }

    [Fact]
    public async Task An_explicit_key_replaces_the_arguments_and_works_on_every_task()
    {
        await using var host = new TestHost();
        var first = await host.DelayAsync<Profiles.Plain>("one", new EnqueueOptions { IdempotencyKey = "k" });
        var second = await host.DelayAsync<Profiles.Plain>("two", new EnqueueOptions { IdempotencyKey = "k" });
        var byArguments = await host.DelayAsync<Profiles.Idempotent>("same");
        var byKey = await host.DelayAsync<Profiles.Idempotent>("same", new EnqueueOptions { IdempotencyKey = "other" });

        Assert.Equal(first.Id, second.Id);
        Assert.True(second.WasDeduplicated);
        Assert.NotEqual(byArguments.Id, byKey.Id);
        Assert.False((await host.DelayAsync<Profiles.Retrying>("one", new EnqueueOptions { IdempotencyKey = "k" })).WasDeduplicated);
    }

    [Fact]
    public async Task Another_queue_is_another_scope()
    {
        await using var host = new TestHost();
        var here = await host.DelayAsync<Profiles.Idempotent>("x");
        var there = await host.DelayAsync<Profiles.Idempotent>("x", new EnqueueOptions { Queue = "bulk" });

        Assert.NotEqual(here.Id.Value, there.Id.Value);
        Assert.False(there.WasDeduplicated);
    }

    [Fact]
    public async Task A_batch_with_equal_payloads_makes_one_task()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(2);

        var handles = await host.DelayManyAsync<Profiles.Idempotent>(["a", "b", "a", "a"]);

        Assert.Equal(["a", "b", "a", "a"], await Task.WhenAll(handles.Select(TestHost.ResultAsync)));
        Assert.Equal([false, false, true, true], handles.Select(static handle => handle.WasDeduplicated));
        Assert.Equal(2, host.Script.Started.Count);
    }
}
