using System.Globalization;

namespace TaskGen.Servers;

/// <summary>A PostgreSQL server for the tests of one class; each has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private int _databases;

    /// <summary>The server.</summary>
    internal PostgresServer Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Server = await PostgresServer.StartAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its name and its connection string.</returns>
    internal async Task<(string Name, string ConnectionString)> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        return (name, await Server.CreateDatabaseAsync(name));
    }
}
