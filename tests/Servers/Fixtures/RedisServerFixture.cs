namespace TaskGen.Servers;

/// <summary>A Redis server for the tests of one class.</summary>
public sealed class RedisServerFixture : IAsyncLifetime
{
    /// <summary>The server.</summary>
    internal RedisServer Server { get; private set; } = null!;

    /// <summary>For StackExchange.Redis.</summary>
    internal string Configuration => Server.EndPoint;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Server = await RedisServer.StartAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Server.DisposeAsync();
}
