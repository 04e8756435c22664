namespace TaskGen;

/// <summary>Provides options for the requirements that a Redis server must meet.</summary>
public sealed class RedisOptions
{
    /// <summary>
    /// Gets or sets a value that indicates whether a worker starts on a server that can evict keys, which is a server whose
    /// <c>maxmemory-policy</c> is not <c>noeviction</c>. The default is <see langword="false"/>: the worker does not start.
    /// </summary>
    /// <remarks>If <see langword="true"/>, tasks can be lost when the server is full, and the worker logs a warning every hour.</remarks>
    public bool AllowEviction { get; set; }
}
