namespace TaskGen.Brokers.InMemory;

/// <summary>Entries that are past their time and stay in memory until a sweep takes them out.</summary>
internal interface ISwept
{
    /// <summary>Returns whether a sweep has something to look at.</summary>
    bool AnyDue(DateTimeOffset now);

    /// <summary>Takes out entries that are past their time, at most as many as given.</summary>
    void Sweep(DateTimeOffset now, int max);
}
