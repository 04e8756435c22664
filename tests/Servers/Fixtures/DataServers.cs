namespace TaskGen.Servers;

/// <summary>
/// A Redis and a PostgreSQL server that tests share, each started when it is first asked for; each test has a database and a namespace of
/// its own.
/// </summary>
public sealed class DataServers : IAsyncLifetime
{
    private readonly Lazy<Task<RedisServerFixture>> _redis = new(StartAsync<RedisServerFixture>);
    private readonly Lazy<Task<PostgresFixture>> _postgres = new(StartAsync<PostgresFixture>);

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_redis.IsValueCreated)
        {
            await (await _redis.Value).DisposeAsync();
        }

        if (_postgres.IsValueCreated)
        {
            await (await _postgres.Value).DisposeAsync();
        }
    }

    /// <summary>For StackExchange.Redis.</summary>
    internal async Task<string> GetRedisAsync() => (await _redis.Value).Configuration;

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    internal async Task<string> CreateDatabaseAsync() => (await (await _postgres.Value).CreateDatabaseAsync()).ConnectionString;

    private static async Task<T> StartAsync<T>()
        where T : IAsyncLifetime, new()
    {
        var fixture = new T();
        await fixture.InitializeAsync();
        return fixture;
    }
}
