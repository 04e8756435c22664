namespace TaskGen;

/// <summary>Provides options that specify which Redis server configurations TaskGen accepts.</summary>
public sealed class RedisOptions
{
    /// <summary>
    /// Gets or sets a value that indicates whether a worker starts on a server that can evict keys, which is a server whose
    /// <c>maxmemory-policy</c> is not <c>noeviction</c>. The default is <see langword="false"/>: the worker does not start.
    /// </summary>
    /// <remarks>
    /// If <see langword="true"/>, tasks can be lost when the server's memory is full, and the worker logs a warning every hour.
    /// </remarks>
    public bool AllowEviction { get; set; }
}
