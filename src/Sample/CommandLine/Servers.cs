using StackExchange.Redis;

namespace TaskGen.Sample;

/// <summary>Specifies the servers that store tasks and data. If all values are <see langword="null"/>, no server is required.</summary>
/// <param name="Redis">A StackExchange.Redis configuration; <see langword="null"/> to store tasks in memory.</param>
/// <param name="Postgres">An Npgsql connection string; <see langword="null"/> to store data in SQLite.</param>
/// <param name="Sqlite">The path of the SQLite file; <see langword="null"/> for a file in the temporary folder.</param>
internal sealed record Servers(string? Redis, string? Postgres, string? Sqlite)
{
    /// <summary>Gets a description of the location of the tasks, for the output. It contains no password.</summary>
    public string Broker =>
        Redis is null ? "the memory of this process" : $"Redis at {ConfigurationOptions.Parse(Redis).ToString(includePassword: false)}";
}
