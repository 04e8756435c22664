using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern01IdempotentTaskTests(DataServers servers)
{
    private static readonly Dictionary<string, int> Weights = new() { ["a"] = 1, ["b"] = 2 };
    private static readonly Dictionary<string, int> SameWeights = new() { ["b"] = 2, ["a"] = 1 };

    [Theory, EachBackend]
    public async Task A_hundred_equal_dispatches_of_two_processes_run_one_body_and_later_ones_get_its_result(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var (here, there) = (application.Of<EqualTasksClient>(), application.AddCaller<EqualTasksClient>());
        await application.StartWorkerAsync("w1", 8, "default");
        await application.StartWorkerAsync("w2", 8, "default");

        // The order of a dictionary and a default that is spelled out make no difference.
        var handles = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => i % 2 == 0
            ? here.Weigh.DelayAsync("x", Weights)
            : there.Weigh.DelayAsync("x", SameWeights, 1))));
        Assert.Single(handles.Select(static handle => handle.Id).Distinct());
        Assert.Single(handles, static handle => !handle.WasDeduplicated);

        // It runs now, and is joined all the same.
        await application.Probe.UntilAsync("x");
        Assert.True((await there.Weigh.DelayAsync("x", Weights)).WasDeduplicated);
        application.Probe.Open("x");
        var results = await Task.WhenAll(handles.Select(static handle => handle.GetAsync(Limits.Long)));
        Assert.All(results, static result => Assert.Equal("x: 3 in run 1", result));

        var later = await there.Weigh.DelayAsync("x", Weights);
        Assert.Equal((handles[0].Id, true), (later.Id, later.WasDeduplicated));
        Assert.Equal("x: 3 in run 1", await later.GetAsync(Limits.Long));
        Assert.Equal(1, application.Probe.Count("x"));

        var other = await there.Weigh.DelayAsync("x", Weights, factor: 2);
        Assert.False(other.WasDeduplicated);
        Assert.Equal("x: 6 in run 2", await other.GetAsync(Limits.Long));
    }

    [Theory, EachBackend]
    public async Task A_run_that_failed_frees_the_key(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 2, "default");
        var tasks = application.Of<EqualTasksClient>();

        await AssertEndsAsync(await tasks.SucceedAtSecondTry.DelayAsync("x"), TaskState.Failed);

        var again = await tasks.SucceedAtSecondTry.DelayAsync("x");
        Assert.False(again.WasDeduplicated);
        Assert.Equal(2, await again.GetAsync(Limits.Long));
    }

    [Theory, EachBackend]
    public async Task A_run_that_was_canceled_frees_the_key(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 2, "default");
        var tasks = application.Of<EqualTasksClient>();
        var canceled = await tasks.Weigh.DelayAsync("x", Weights);
        await application.Probe.UntilAsync("x");

        Assert.True(await canceled.CancelAsync("not needed"));
        await AssertEndsAsync(canceled, TaskState.Canceled);

        var again = await tasks.Weigh.DelayAsync("x", Weights);
        Assert.False(again.WasDeduplicated);
        application.Probe.Open("x");
        Assert.Equal("x: 3 in run 2", await again.GetAsync(Limits.Long));
    }

    [Theory, EachBackend]
    public async Task A_task_that_expired_frees_the_key(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 1, "default");
        var tasks = application.Of<EqualTasksClient>();
        var before = await tasks.Weigh.DelayAsync("in the only slot", Weights);
        await application.Probe.UntilAsync("in the only slot");

        var expired = await tasks.Weigh.With(new() { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(0.3) }).DelayAsync("x", Weights);
        await AssertEndsAsync(expired, TaskState.Expired);

        var again = await tasks.Weigh.DelayAsync("x", Weights);
        Assert.False(again.WasDeduplicated);
        application.Probe.OpenAll();
        Assert.Equal("x: 3 in run 1", await again.GetAsync(Limits.Long));
        await before.GetAsync(Limits.Long);
    }

    [Theory, EachBackend]
    public async Task A_key_of_the_caller_stands_for_the_task_instead_of_its_arguments(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 2, "default");
        var (here, there) = (application.Of<EqualTasksClient>(), application.AddCaller<EqualTasksClient>());
        application.Probe.OpenAll();

        var first = await here.Weigh.With(new() { IdempotencyKey = "k" }).DelayAsync("x", Weights);
        var joined = await there.Weigh.With(new() { IdempotencyKey = "k" }).DelayAsync("y", Weights, factor: 5);
        var other = await there.Weigh.With(new() { IdempotencyKey = "l" }).DelayAsync("x", Weights);
        var without = await there.Weigh.DelayAsync("x", Weights);

        Assert.Equal((first.Id, true), (joined.Id, joined.WasDeduplicated));
        Assert.Equal(3, new[] { first.Id, other.Id, without.Id }.Distinct().Count());
        Assert.StartsWith("x: 3", await joined.GetAsync(Limits.Long), StringComparison.Ordinal);
        await Task.WhenAll(other.GetAsync(Limits.Long), without.GetAsync(Limits.Long));
        Assert.Equal((3, 0), (application.Probe.Count("x"), application.Probe.Count("y")));
    }

    [Theory, EachBackend]
    public async Task After_its_time_to_live_it_runs_again_and_not_before(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 2, "default");
        var tasks = application.Of<EqualTasksClient>();
        var first = await tasks.Remember.DelayAsync("x");
        Assert.Equal(1, await first.GetAsync(Limits.Long));

        TaskHandle<int> again = first;
        await TaskGen.Servers.Wait.UntilAsync(
            async () => !(again = await tasks.Remember.DelayAsync("x")).WasDeduplicated,
            Limits.Long,
            static () => "the key is still taken");

        // The first one's success cannot have been before its body ran, nor the claim of the second after its body did.
        Assert.Equal(2, await again.GetAsync(Limits.Long));
        var runs = application.Probe.Times("x");
        Assert.True(runs[1] - runs[0] >= TimeSpan.FromSeconds(0.99), $"It ran again after {runs[1] - runs[0]}.");
    }

    private static async Task AssertEndsAsync<T>(TaskHandle<T> handle, TaskState state) =>
        Assert.Equal(state, (await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long))).State);
}
