using System.Diagnostics;
using System.Globalization;
using TaskGen.Servers;
using Xunit.Abstractions;

namespace Integration.Tests;

/// <summary>The server closes connections.</summary>
[Collection(TimedGroup.Name)]
public sealed class KilledConnectionsTests(ITestOutputHelper output)
{
    private const int Rounds = 6;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    // Every worker looks after its queue every two seconds or a little more.
    private static readonly TimeSpan MaintenanceInterval = TimeSpan.FromSeconds(2.2);

    [Fact]
    public async Task Connections_that_are_killed_every_second_cost_no_task()
    {
        await using var server = await RedisServer.StartAsync();
        await using var app = new Application();
        await app.StartWorkerAsync(server.EndPoint);
        await app.StartWorkerAsync(server.EndPoint);
        var client = app.CreateClient(server.EndPoint);
        var load = new Load(app, Application.TasksOf(client));
        using var timer = new PeriodicTimer(Period);
        for (var i = 0; i < Rounds; i++)
        {
            await timer.WaitForNextTickAsync();
            await server.CommandAsync("CLIENT", "KILL", "TYPE", "normal");
            await server.CommandAsync("CLIENT", "KILL", "TYPE", "pubsub");
        }

        await load.UntilFurtherAsync(200);
        await load.StopAsync(client);
        output.WriteLine(
            $"{load.Dispatched} tasks, {load.Dispatcher.Unknown.Count} of unknown fate, {load.Dispatcher.Refused} refused, "
            + $"{app.Logs.Of(LogCollector.LeaseLost).Count} leases lost");
    }

    [Fact]
    public async Task A_ring_of_the_bell_that_nobody_hears_costs_at_most_the_maintenance_interval()
    {
        await using var server = await RedisServer.StartAsync();
        await using var app = new Application();
        await app.StartWorkerAsync(server.EndPoint);
        var client = app.CreateClient(server.EndPoint);
        var tasks = Application.TasksOf(client);
        await (await tasks.Kept.DelayAsync("warm")).GetAsync(Limits.Long);
        for (var i = 0; i < 8; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"unheard {i}");
            await server.CommandAsync("CLIENT", "KILL", "TYPE", "pubsub");
            var dispatched = Stopwatch.GetTimestamp();
            await tasks.Ignored.DelayAsync(key);
            await app.Ledger.UntilStartedAsync(key);
            var took = Stopwatch.GetElapsedTime(dispatched);
            output.WriteLine($"{key}: {took.TotalMilliseconds:0} ms");
            Assert.InRange(took, TimeSpan.Zero, MaintenanceInterval + TimeSpan.FromSeconds(1));
        }
    }
}
