namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a collection whose expired entries stay in memory until a sweep removes them.</summary>
internal interface ISwept
{
    /// <summary>Returns <see langword="true"/> if a sweep would remove or examine an entry; otherwise, <see langword="false"/>.</summary>
    bool AnyDue(DateTimeOffset now);

    /// <summary>Removes expired entries, at most <paramref name="max"/>.</summary>
    void Sweep(DateTimeOffset now, int max);
}
