namespace Pattern.Tests;

/// <summary>Where tasks and data are kept.</summary>
public enum Backend
{
    /// <summary>The embedded broker and SQLite.</summary>
    Memory,

    /// <summary>Redis and PostgreSQL, servers of their own.</summary>
    RedisAndPostgreSql,
}
