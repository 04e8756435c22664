using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>The link of one worker is cut, and nobody tells either side.</summary>
public sealed class BlackholeTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_worker_that_is_cut_off_cancels_what_it_runs_others_take_over_and_it_goes_on_as_a_new_incarnation()
    {
        await using var server = await RedisServer.StartAsync();
        await using var proxy = await FaultProxy.StartAsync("127.0.0.1", server.Port);
        await using var app = new Application();
        await app.StartWorkerAsync(proxy.EndPoint, static worker => (worker.Name, worker.LeaseDuration) = ("cut", Lease));
        var client = app.CreateClient(server.EndPoint);
        var tasks = Application.TasksOf(client);
        string[] keys = ["a", "b", "c"];
        var handles = new List<TaskHandle<string>>();
        foreach (var key in keys)
        {
            handles.Add(await tasks.Held.DelayAsync(key, ""));
            await app.Ledger.UntilStartedAsync(key);
        }

        var other = await app.StartWorkerAsync(server.EndPoint, static worker => (worker.Name, worker.LeaseDuration) = ("other", Lease));
        var before = await WorkerOfAsync(handles[0]);
        Assert.StartsWith("cut:", before, StringComparison.Ordinal);
        await proxy.BlackholeAsync();
        foreach (var key in keys)
        {
            await Wait.UntilAsync(
                () => app.Ledger[key].Stops.Count > 0, Limits.Long, () => $"the token of '{key}' is not canceled\n{app.Logs.Tail()}");
            Assert.Equal([StopReason.LeaseLost], app.Ledger[key].Stops);
            await app.Ledger.UntilStartedAsync(key, times: 2);
        }

        foreach (var handle in handles)
        {
            await Wait.UntilAsync(
                async () => (await WorkerOfAsync(handle)).StartsWith("other:", StringComparison.Ordinal),
                Limits.Long,
                () => $"'{handle}' runs in nobody else");
        }

        app.Ledger.Open();
        Assert.Equal(
            keys.Select(static key => key + ", 0"), await Task.WhenAll(handles.Select(static handle => handle.GetAsync(Limits.Long))));
        Assert.All(keys, key => Assert.Equal((2, 1), (app.Ledger[key].Starts.Count, app.Ledger[key].Ends)));
        Assert.Contains(app.Logs.Of(LogCollector.LeaseLost), static line => line.Text.Contains("Worker cut", StringComparison.Ordinal));

        // The other one goes: whatever runs from here on runs in the one that was cut off.
        await app.StopAsync(other);
        proxy.Heal();
        app.Ledger.Close();
        var after = await tasks.Held.DelayAsync("after", "");
        var worker = await WorkerOfAsync(after);
        app.Ledger.Open();
        Assert.Equal("after, 0", await after.GetAsync(Limits.Long));
        Assert.StartsWith("cut:", worker, StringComparison.Ordinal);
        Assert.NotEqual(before, worker);
        await app.DrainAsync(client);
        Assert.Empty(await Application.DeadLettersAsync(client));
    }

    // A task that has just begun does not say yet who runs it.
    private static async Task<string> WorkerOfAsync(TaskHandle handle)
    {
        string? worker = null;
        await Wait.UntilAsync(
            async () => (worker = (await handle.GetSnapshotAsync()).WorkerId) is not null, Limits.Long, () => "nobody says who runs it");
        return worker!;
    }
}
