using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>Redis ends and comes back while tasks hold a lease of a resource and wait for one.</summary>
public sealed class LimitedResourceRestartTests
{
    private const int Tasks = 30;
    private const int BeforeTheRestart = 8;

    [Fact]
    public async Task Those_that_hold_and_wait_go_on_after_a_restart_and_nothing_is_counted_against_them()
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { AppendOnly = true });
        await using var app = new Application();
        await app.StartWorkerAsync(server.EndPoint);
        await app.StartWorkerAsync(server.EndPoint);
        var client = app.CreateClient(server.EndPoint);
        var keys = Enumerable.Range(0, Tasks).Select(static index => $"{index}").ToList();
        var handles = await Application.TasksOf(client).Limited.DelayManyAsync(keys, static key => new(key, 50));
        await Wait.UntilAsync(
            () => app.Ledger.Ends >= BeforeTheRestart, Limits.Long, () => $"{app.Ledger.Ends} have ended\n{app.Logs.Tail()}");

        await server.ShutdownAsync();
        await server.RestartAsync();

        Assert.Equal(keys, await Task.WhenAll(handles.Select(static handle => handle.GetAsync(Limits.Long))));
        Assert.Equal(1, app.Ledger.MostInside);
        Assert.All(app.Ledger.Entries, static entry => Assert.All(entry.Value.Starts, static start => Assert.Equal(1, start.Attempt)));
        await app.DrainAsync(client);
    }
}
