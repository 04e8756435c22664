using StackExchange.Redis;

namespace TaskGen.Sample;

/// <summary>Where tasks and data are kept. What is null is embedded.</summary>
/// <param name="Redis">A StackExchange.Redis configuration.</param>
/// <param name="Postgres">An Npgsql connection string.</param>
/// <param name="Sqlite">A file; one in the temporary folder where there is no PostgreSQL either.</param>
internal sealed record Servers(string? Redis, string? Postgres, string? Sqlite)
{
    /// <summary>Where the tasks are, for people to read; never a password.</summary>
    public string Broker =>
        Redis is null ? "the memory of this process" : $"Redis at {ConfigurationOptions.Parse(Redis).ToString(includePassword: false)}";
}
