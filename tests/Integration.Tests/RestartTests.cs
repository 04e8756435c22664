using System.Diagnostics;
using System.Globalization;
using TaskGen.Servers;
using Xunit.Abstractions;

namespace Integration.Tests;

/// <summary>Redis ends and comes back, with its append-only file.</summary>
[Collection(TimedGroup.Name)]
public sealed class RestartTests(ITestOutputHelper output)
{
    private const int Restarts = 5;
    private static readonly TimeSpan CanaryLimit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Five_restarts_under_load_lose_nothing_and_a_canary_is_done_within_five_seconds_of_each()
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { AppendOnly = true });
        await using var app = new Application();
        await app.StartWorkerAsync(server.EndPoint);
        await app.StartWorkerAsync(server.EndPoint);
        var client = app.CreateClient(server.EndPoint);
        var load = new Load(app, Application.TasksOf(client));
        var canaries = new Dispatcher(Application.TasksOf(client));
        for (var i = 0; i < Restarts; i++)
        {
            await load.UntilFurtherAsync(200);
            await (i % 2 == 0 ? server.KillAsync() : server.ShutdownAsync());
            await server.RestartAsync();
            var answered = Stopwatch.GetTimestamp();
            var key = string.Create(CultureInfo.InvariantCulture, $"canary {i}");
            load.Expect(key);
            await canaries.IgnoredAsync(key);
            await Wait.UntilAsync(() => app.Ledger[key].Ends > 0, Limits.Long, () => $"the canary is not done\n{app.Logs.Tail()}");
            var took = Stopwatch.GetElapsedTime(answered);
            output.WriteLine($"canary {i}: {took.TotalMilliseconds:0} ms");
            Assert.InRange(took, TimeSpan.Zero, CanaryLimit);
        }

        await load.UntilFurtherAsync(200);
        await load.StopAsync(client);
        output.WriteLine(
            $"{load.Dispatched} tasks, {load.Dispatcher.Unknown.Count} of unknown fate, {load.Dispatcher.Refused} refused, "
            + $"{app.Logs.Of(LogCollector.LeaseLost).Count} leases lost");
    }
}
