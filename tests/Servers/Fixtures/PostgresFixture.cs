using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>A PostgreSQL server for the tests of one class; each has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private int _databases;

    internal PostgresServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await PostgresServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its name and its connection string.</returns>
    internal async Task<(string Name, string ConnectionString)> CreateDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        return (name, await Server.CreateDatabaseAsync(name));
    }
}
