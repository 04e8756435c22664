using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>The servers that the sample's tests of one class share; each test has a database and a namespace of its own.</summary>
public sealed class SampleServers : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();

    internal RedisServer Redis { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        Redis = await RedisServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Redis.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    internal async Task<string> CreateDatabaseAsync() => (await _postgres.CreateDatabaseAsync()).ConnectionString;
}
