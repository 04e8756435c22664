using TaskGen.Servers;

namespace Broker.Conformance;

/// <summary>A Redis Cluster for the tests of one class.</summary>
public sealed class RedisClusterFixture : IAsyncLifetime
{
    private RedisCluster? _cluster;

    public string Configuration => _cluster!.Configuration;

    public async Task InitializeAsync() => _cluster = await RedisCluster.StartAsync();

    public async Task DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }
}
