using System.Globalization;
using TaskGen.Servers;

namespace Pattern.Tests;

/// <summary>
/// The servers that the tests of one collection share, each started when it is first asked for; each test has a database and a namespace of
/// its own.
/// </summary>
public sealed class PatternServers : IAsyncLifetime
{
    private readonly Lazy<Task<RedisServer>> _redis = new(static () => RedisServer.StartAsync());
    private readonly Lazy<Task<PostgresServer>> _postgres = new(static () => PostgresServer.StartAsync());
    private int _databases;

    public Task InitializeAsync() => Task.CompletedTask;

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
    internal async Task<string> GetRedisAsync() => (await _redis.Value).EndPoint;

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    internal async Task<string> CreateDatabaseAsync() =>
        await (await _postgres.Value).CreateDatabaseAsync(
            string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}"));
}
