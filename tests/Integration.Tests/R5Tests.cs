using StackExchange.Redis;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>Options of the client library that change channels and commands are ignored or refused (fault R5).</summary>
public sealed class R5Tests
{
    [Fact]
    public async Task A_channel_prefix_does_not_silence_notifications()
    {
        await using var server = await RedisServer.StartAsync();
        await using var app = new Application();
        await app.StartWorkerAsync($"{server.EndPoint},channelPrefix=shop:");
        var tasks = Application.TasksOf(app.Build(tasks => tasks.UseRedis($"{server.EndPoint},channelPrefix=web:")));
        await (await tasks.Kept.DelayAsync("first")).GetAsync(Limits.Long);

        // Without notifications, each task would wait for the worker's poll and its caller for the client's.
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal($"{i}!", await (await tasks.Kept.DelayAsync($"{i}")).GetAsync(Limits.Long));
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"20 tasks took {clock.Elapsed}.");
    }

    [Fact]
    public async Task A_shared_connection_with_a_channel_prefix_is_refused()
    {
        await using var server = await RedisServer.StartAsync();
        await using var shared = await ConnectionMultiplexer.ConnectAsync($"{server.EndPoint},channelPrefix=shop:");
        await using var app = new Application();

        var error = Assert.Throws<ArgumentException>(() => app.Build(tasks => tasks.UseRedis(shared)));

        Assert.Contains("channel prefix 'shop:'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$SUBSCRIBE=", "SUBSCRIBE")]
    [InlineData("$EVALSHA=,$EVAL=", "EVAL, EVALSHA")]
    [InlineData("proxy=Twemproxy", "SUBSCRIBE")]
    public async Task A_configuration_that_disables_a_required_command_is_refused(string option, string named)
    {
        await using var app = new Application();

        var error = Assert.Throws<ArgumentException>(() => app.Build(tasks => tasks.UseRedis($"127.0.0.1:1,{option}")));

        Assert.All(named.Split(", "), name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }
}
