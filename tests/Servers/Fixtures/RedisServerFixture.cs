using TaskGen.Servers;

namespace Broker.Conformance;

/// <summary>A Redis server for the tests of one class.</summary>
public sealed class RedisServerFixture : IAsyncLifetime
{
    private RedisServer? _server;

    public string Configuration => _server!.EndPoint;

    public async Task InitializeAsync() => _server = await RedisServer.StartAsync();

    public async Task DisposeAsync() => await _server!.DisposeAsync();
}
