using System.Net;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;
using StackExchange.Redis.Configuration;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>A worker that does not receive its own notification says so (fault R5).</summary>
public sealed class R5BellTests
{
    private const int BellNotReceived = 31;

    [Fact]
    public async Task A_worker_that_does_not_receive_its_notifications_warns_and_still_runs_its_tasks()
    {
        await using var server = await RedisServer.StartAsync();
        await using var silent = await RedisServer.StartAsync();
        await using var app = new Application();
        var options = ConfigurationOptions.Parse($"{server.EndPoint},protocol=resp3");
        options.Tunnel = new SubscriptionsElsewhere(IPEndPoint.Parse(silent.EndPoint));
        await app.Build(tasks => tasks.UseRedis(options).AddWorker(static worker => worker.Queue(Application.Queue))).StartAsync();

        await Wait.UntilAsync(() => app.Logs.Of(BellNotReceived).Count > 0, Limits.Long, () => app.Logs.Tail());

        Assert.Contains("queue default", Assert.Single(app.Logs.Of(BellNotReceived)).Text, StringComparison.Ordinal);
        Assert.Equal(
            "a!", await (await Application.TasksOf(app.CreateClient(server.EndPoint)).Kept.DelayAsync("a")).GetAsync(Limits.Long));
    }

    /// <summary>The third connection of a worker is the one for subscriptions; it reaches another server.</summary>
    private sealed class SubscriptionsElsewhere(EndPoint other) : Tunnel
    {
        private int _connections;

        public override ValueTask<EndPoint?> GetSocketConnectEndpointAsync(EndPoint endpoint, CancellationToken cancellationToken) =>
            ValueTask.FromResult<EndPoint?>(Interlocked.Increment(ref _connections) > 2 ? other : endpoint);
    }
}
