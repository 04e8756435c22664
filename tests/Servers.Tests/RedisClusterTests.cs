using StackExchange.Redis;
using TaskGen.Servers;

namespace Servers.Tests;

public sealed class RedisClusterTests
{
    [Fact]
    public async Task Six_nodes_come_up_and_serve_all_slots_to_a_real_client()
    {
        await using var cluster = await RedisCluster.StartAsync();
        await using var client = await ConnectionMultiplexer.ConnectAsync(cluster.Configuration);
        Assert.Equal(3, client.GetServers().Count(static server => server.IsReplica));
        var database = client.GetDatabase();
        for (var i = 0; i < 50; i++)
        {
            await database.StringSetAsync($"key:{i}", i);
            Assert.Equal(i, (int)await database.StringGetAsync($"key:{i}"));
        }
    }

    [Fact]
    public async Task A_cluster_with_users_comes_up()
    {
        await using var cluster = await RedisCluster.StartAsync(
            new RedisServerOptions { Users = ["default off", "app on >secret ~* &* +@all"] });
        await using var client = await ConnectionMultiplexer.ConnectAsync($"{cluster.Configuration},user=app,password=secret");
        Assert.True(await client.GetDatabase().StringSetAsync("key", "value"));
    }
}
