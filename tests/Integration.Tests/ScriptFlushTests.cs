using Microsoft.Extensions.Logging;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>Somebody empties the server's memory of scripts, again and again.</summary>
public sealed class ScriptFlushTests
{
    private const int Flushes = 50;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Flushed_scripts_cost_no_task_and_no_caller_anything()
    {
        await using var server = await RedisServer.StartAsync();
        await using var app = new Application();
        await app.StartWorkerAsync(server.EndPoint);
        await app.StartWorkerAsync(server.EndPoint);
        var client = app.CreateClient(server.EndPoint);
        var quiet = app.Logs.AtLeast(LogLevel.Warning).Count;
        var load = new Load(app, Application.TasksOf(client));

        using var timer = new PeriodicTimer(Period);
        for (var i = 0; i < Flushes; i++)
        {
            await timer.WaitForNextTickAsync();
            Assert.Equal("OK", (await server.CommandAsync("SCRIPT", "FLUSH")).Text);
        }

        await load.UntilFurtherAsync(100);
        await load.StopAsync(client);

        Assert.Empty(load.Dispatcher.Unknown);
        Assert.Equal(0, load.Dispatcher.Refused);
        Assert.DoesNotContain(
            app.Logs.AtLeast(LogLevel.Warning).Skip(quiet), static line => line.Exception is not (null or HttpRequestException));
    }
}
