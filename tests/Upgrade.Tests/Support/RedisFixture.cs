using TaskGen.Servers;

namespace Upgrade.Tests;

/// <summary>One server for the tests of a class. Each has a namespace of its own on it.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    public RedisServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RedisServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
