using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using StackExchange.Redis;
using TaskGen.Servers;

namespace Servers.Tests;

public sealed class FaultProxyTests : IAsyncLifetime
{
    private RedisServer _server = null!;
    private FaultProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _proxy = await FaultProxy.StartAsync("127.0.0.1", _server.Port);
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Five_thousand_pipelined_commands_pass_unharmed_and_are_seen()
    {
        const int Count = 5_000;
        var seen = new ConcurrentQueue<string?>();
        _proxy.Observer = command => seen.Enqueue(command.Text(0));
        await using var connection = await RespConnection.ConnectAsync(_proxy.Port);
        byte[] commands = [.. Enumerable.Range(0, Count).SelectMany(static i => RespConnection.Encode("ECHO", Payload(i)))];
        var write = connection.WriteAsync(commands);
        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(Payload(i), (await connection.ReadAsync().WaitAsync(Limits.Long)).Text);
        }

        await write;
        Assert.Equal(Count, _proxy.Commands);
        Assert.Equal(Enumerable.Range(0, Count).Select(Payload), seen);

        static string Payload(int i) => i % 1_000 == 0 ? new string('x', 300_000) : i.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_dropped_reply_was_applied_and_resets_the_connection_after_the_replies_before_it()
    {
        _proxy.DropReplies(1, which: static command => command.Text(0) == "b", limit: 1);
        await using var connection = await RespConnection.ConnectAsync(_proxy.Port);
        await connection.WriteAsync(new[] { "a", "b", "c" }.SelectMany(static key => RespConnection.Encode("INCR", key)).ToArray());
        Assert.Equal("1", (await connection.ReadAsync().WaitAsync(Limits.Long)).Text);
        await AssertResetAsync(connection);
        Assert.Equal("1", (await _server.CommandAsync("GET", "b")).Text);
        Assert.Equal(1, _proxy.RepliesDropped);
        Assert.Equal(1, _proxy.RepliesLost);

        await using var next = await RespConnection.ConnectAsync(_proxy.Port);
        Assert.Equal("2", (await next.SendAsync("INCR", "b")).Text);
    }

    [Fact]
    public async Task Replies_are_dropped_at_about_the_rate_and_none_goes_to_the_wrong_command()
    {
        const int Count = 2_000;
        _proxy.DropReplies(0.05, seed: 7);
        RespConnection? connection = null;
        var lost = 0;
        for (var i = 0; i < Count; i++)
        {
            connection ??= await RespConnection.ConnectAsync(_proxy.Port);
            try
            {
                var text = i.ToString(CultureInfo.InvariantCulture);
                Assert.Equal(text, (await connection.SendAsync("ECHO", text).WaitAsync(Limits.Long)).Text);
            }
            catch (IOException)
            {
                lost++;
                await connection.DisposeAsync();
                connection = null;
            }
        }

        Assert.Equal(lost, _proxy.RepliesDropped);
        Assert.InRange(lost, 60, 140);
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(RedisProtocol.Resp2)]
    [InlineData(RedisProtocol.Resp3)]
    public async Task A_real_client_works_through_it_with_subscriptions_and_drops(RedisProtocol protocol)
    {
        var options = ConfigurationOptions.Parse(_proxy.EndPoint);
        options.Protocol = protocol;
        options.AbortOnConnectFail = false;
        await using var client = await ConnectionMultiplexer.ConnectAsync(options);
        var heard = Channel(client, out var queue);
        await heard;
        var database = client.GetDatabase();
        _proxy.DropReplies(0.05, seed: 3, which: static command => command.Name == "INCR");
        var unknown = 0;
        for (var i = 0; i < 300; i++)
        {
            try
            {
                await database.StringIncrementAsync("count");
            }
            catch (Exception e) when (e is RedisConnectionException or RedisTimeoutException)
            {
                unknown++;
            }
        }

        _proxy.DropReplies(0);
        Assert.True(_proxy.RepliesDropped > 0);
        Assert.True(unknown >= _proxy.RepliesDropped, $"{unknown} unknown, {_proxy.RepliesDropped} dropped");
        var count = long.Parse((await _server.CommandAsync("GET", "count")).Text!, CultureInfo.InvariantCulture);
        Assert.InRange(count, 300 - unknown + _proxy.RepliesDropped, 300);

        // The subscription is made again after a reset, when the client gets to it.
        await Wait.UntilAsync(
            async () =>
            {
                await _server.CommandAsync("PUBLISH", "news", "hello");
                return !queue.IsEmpty;
            },
            Limits.Long,
            () => "no message came");

        static Task Channel(ConnectionMultiplexer client, out ConcurrentQueue<RedisValue> queue)
        {
            var messages = new ConcurrentQueue<RedisValue>();
            queue = messages;
            return client.GetSubscriber().SubscribeAsync(RedisChannel.Literal("news"), (_, message) => messages.Enqueue(message));
        }
    }

    [Fact]
    public async Task A_blackhole_swallows_and_heals()
    {
        await using var used = await RespConnection.ConnectAsync(_proxy.Port);
        await using var idle = await RespConnection.ConnectAsync(_proxy.Port);
        await used.SendAsync("PING");
        await idle.SendAsync("PING");
        await _proxy.BlackholeAsync();
        var commands = _proxy.Commands;
        await used.WriteAsync(RespConnection.Encode("SET", "key", "value"));
        await Wait.UntilAsync(() => _proxy.Commands > commands, Limits.Long, () => "the command was not read");
        await using var late = await RespConnection.ConnectAsync(_proxy.Port);
        var waiting = late.SendAsync("PING");
        Assert.Null((await _server.CommandAsync("GET", "key")).Text);
        Assert.False(waiting.IsCompleted);

        _proxy.Heal();
        await AssertResetAsync(used);
        Assert.Equal("PONG", (await idle.SendAsync("PING").WaitAsync(Limits.Long)).Text);
        Assert.Equal("PONG", (await waiting.WaitAsync(Limits.Long)).Text);
        Assert.Null((await _server.CommandAsync("GET", "key")).Text);
    }

    [Fact]
    public async Task What_a_blackhole_keeps_arrives_when_it_heals()
    {
        await using var connection = await RespConnection.ConnectAsync(_proxy.Port);
        await connection.SendAsync("PING");
        await _proxy.BlackholeAsync(keep: true);
        var commands = _proxy.Commands;
        var reply = connection.SendAsync("INCR", "key");
        await Wait.UntilAsync(() => _proxy.Commands > commands, Limits.Long, () => "the command was not read");
        Assert.Null((await _server.CommandAsync("GET", "key")).Text);
        _proxy.Heal();
        Assert.Equal("1", (await reply.WaitAsync(Limits.Long)).Text);
    }

    [Fact]
    public async Task Connections_are_delayed_cut_and_reset()
    {
        await using var connection = await RespConnection.ConnectAsync(_proxy.Port);
        await connection.SendAsync("PING");
        _proxy.Delay(TimeSpan.FromMilliseconds(100));
        var started = Stopwatch.GetTimestamp();
        await connection.SendAsync("PING").WaitAsync(Limits.Long);
        Assert.True(Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(200));
        _proxy.Delay(TimeSpan.Zero);

        _proxy.CutAfter(10);
        Assert.Equal("PONG", (await connection.SendAsync("PING")).Text);
        await connection.WriteAsync(RespConnection.Encode("PING"));
        await AssertResetAsync(connection);
        _proxy.CutAfter(null);

        await using var next = await RespConnection.ConnectAsync(_proxy.Port);
        await next.SendAsync("PING");
        _proxy.ResetAll();
        await AssertResetAsync(next);
        await Wait.UntilAsync(() => _proxy.Connections == 0, Limits.Long, () => "connections are left");
    }

    [Fact]
    public async Task While_there_is_no_server_connections_are_reset_and_others_end_with_it()
    {
        await using var before = await RespConnection.ConnectAsync(_proxy.Port);
        await before.SendAsync("PING");
        await _server.KillAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => before.ReadAsync().WaitAsync(Limits.Long));
        // The reset can come as early as in the connect.
        var during = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var connection = await RespConnection.ConnectAsync(_proxy.Port);
            await connection.SendAsync("PING").WaitAsync(Limits.Long);
        });
        Assert.True(during is IOException or SocketException, during.ToString());
        await _server.RestartAsync();
        await using var after = await RespConnection.ConnectAsync(_proxy.Port);
        Assert.Equal("PONG", (await after.SendAsync("PING").WaitAsync(Limits.Long)).Text);
    }

    private static async Task AssertResetAsync(RespConnection connection)
    {
        var error = await Assert.ThrowsAnyAsync<IOException>(() => connection.ReadAsync().WaitAsync(Limits.Long));
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
    }
}
