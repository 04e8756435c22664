using TaskGen.Servers;

namespace Servers.Tests;

public sealed class RedisServerTests
{
    [Fact]
    public async Task An_append_only_server_keeps_its_data_over_shutdown_and_kill()
    {
        await using var server = await RedisServer.StartAsync(new RedisServerOptions { AppendOnly = true });
        var (port, process) = (server.Port, server.ProcessId);
        Assert.Equal("OK", (await server.CommandAsync("SET", "key", "value")).Text);
        await server.RestartAsync();
        Assert.Equal("value", (await server.CommandAsync("GET", "key")).Text);
        await server.KillAsync();
        Assert.False(server.IsRunning);
        await server.RestartAsync();
        Assert.Equal("value", (await server.CommandAsync("GET", "key")).Text);
        Assert.Equal(port, server.Port);
        Assert.NotEqual(process, server.ProcessId);
        Assert.Contains("Ready to accept connections", server.LogTail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_server_answers_when_it_is_resumed()
    {
        await using var server = await RedisServer.StartAsync();
        await using var connection = await RespConnection.ConnectAsync(server.Port);
        await server.PauseAsync();
        var reply = connection.SendAsync("PING");
        Assert.False(reply.IsCompleted);
        await server.ResumeAsync();
        Assert.Equal("PONG", (await reply.WaitAsync(Limits.Long)).Text);
    }

    [Fact]
    public async Task Users_and_memory_are_limited_and_the_folder_goes()
    {
        string folder;
        await using (var server = await RedisServer.StartAsync(new RedisServerOptions
        {
            Users = ["default off", "app on >secret ~tg:* +@all -config"],
            MaxMemory = "2mb",
            MaxMemoryPolicy = "noeviction",
            Arguments = ["--maxclients", "50"],
        }))
        {
            folder = server.Folder;
            await using var stranger = await RespConnection.ConnectAsync(server.Port);
            Assert.StartsWith("NOAUTH", (await stranger.SendAsync("PING")).Text, StringComparison.Ordinal);
            Assert.Equal("OK", (await stranger.SendAsync("AUTH", "app", "secret")).Text);
            Assert.StartsWith("NOPERM", (await stranger.SendAsync("GET", "other")).Text, StringComparison.Ordinal);
            Assert.StartsWith("OOM", (await FillAsync(stranger)).Text, StringComparison.Ordinal);
            Assert.Equal("50", (await server.CommandAsync("CONFIG", "GET", "maxclients")).Items[1].Text);
            await server.RestartAsync();
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named()
    {
        var missing = await Assert.ThrowsAsync<ServerException>(
            () => RedisServer.StartAsync(new RedisServerOptions { Program = "redis-server-of-nobody" }));
        Assert.Contains("apt-get install redis-server", missing.Message, StringComparison.Ordinal);
        var wrong = await Assert.ThrowsAsync<ServerException>(
            () => RedisServer.StartAsync(new RedisServerOptions { Arguments = ["--no-such-setting", "1"] }));
        Assert.Contains("no-such-setting", wrong.Message, StringComparison.Ordinal);
    }

    private static async Task<RespReply> FillAsync(RespConnection connection)
    {
        for (var i = 0; i < 1_000; i++)
        {
            var reply = await connection.SendAsync("SET", $"tg:{i}", new string('x', 10_000));
            if (reply.IsError)
            {
                return reply;
            }
        }

        throw new InvalidOperationException("Memory was never full.");
    }
}
