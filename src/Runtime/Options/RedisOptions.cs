namespace TaskGen;

/// <summary>What is expected of a Redis server.</summary>
public sealed class RedisOptions
{
    /// <summary>
    /// Whether a worker starts on a server that may evict keys (<c>maxmemory-policy</c> other than <c>noeviction</c>), where tasks can
    /// vanish. It then warns every hour. Default: no.
    /// </summary>
    public bool AllowEviction { get; set; }
}
