namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a collection whose expired entries stay in memory until a sweep removes them.</summary>
internal interface ISwept
{
    /// <summary>Determines whether a sweep would find an entry to examine or remove.</summary>
    bool AnyDue(DateTimeOffset now);

    /// <summary>Examines up to <paramref name="max"/> entries that are due, and removes those that have expired.</summary>
    void Sweep(DateTimeOffset now, int max);
}
