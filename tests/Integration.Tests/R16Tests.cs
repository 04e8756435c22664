using Microsoft.Extensions.Logging;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>An outage is logged once, and its end too (fault R16).</summary>
public sealed class R16Tests
{
    private const int BrokerFailed = 6;
    private const int BrokerAway = 25;
    private const int BrokerBack = 26;

    [Fact]
    public async Task An_outage_is_one_line_and_its_end_is_another()
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { AppendOnly = true, MaxMemoryPolicy = "noeviction" });
        await using var app = new Application();
        app.Logs.Least = LogLevel.Debug;
        var host = await app.StartWorkerAsync(
            server.EndPoint,
            static worker =>
            {
                worker.LeaseDuration = TimeSpan.FromMinutes(1);
                worker.Queue("second").Queue("third");
            });
        var tasks = Application.TasksOf(host);
        await (await tasks.Kept.DelayAsync("first")).GetAsync(Limits.Long);

        await server.KillAsync();
        await Wait.UntilAsync(() => app.Logs.Of(BrokerAway).Count > 0, Limits.Long, () => app.Logs.Tail());
        await Wait.UntilAsync(() => app.Logs.Of(BrokerFailed).Count > 9, Limits.Long, () => app.Logs.Tail());
        await server.RestartAsync();
        await Wait.UntilAsync(() => app.Logs.Of(BrokerBack).Count > 0, Limits.Long, () => app.Logs.Tail());

        Assert.Equal("a!", await (await tasks.Kept.DelayAsync("a")).GetAsync(Limits.Long));
        var line = Assert.Single(app.Logs.AtLeast(LogLevel.Warning));
        Assert.Equal(BrokerAway, line.Event);
        Assert.Contains(server.EndPoint, line.Text, StringComparison.Ordinal);
        Assert.Null(line.Exception);
        Assert.Single(app.Logs.Of(BrokerBack));
    }
}
