using TaskGen.Servers;

namespace Servers.Tests;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task A_server_comes_up_answers_and_goes()
    {
        int process;
        await using (var server = await PostgresServer.StartAsync())
        {
            process = server.ProcessId;
            Assert.Equal("1", await server.QueryAsync("select 1"));
            var other = await server.CreateDatabaseAsync("other");
            Assert.Equal($"Host=127.0.0.1;Port={server.Port};Username=postgres;Database=other", other);
            Assert.Equal("other|off", await server.QueryAsync("select current_database(), current_setting('fsync')", "other"));
            var refused = await Assert.ThrowsAsync<ServerException>(() => server.QueryAsync("select nothing"));
            Assert.Contains("nothing", refused.Message, StringComparison.Ordinal);
        }

        Assert.False(Signals.Send(process, 0));
    }
}
