namespace TaskGen.Brokers.InMemory;

/// <summary>Stores tasks, sorted by the time at which each task becomes due or expires.</summary>
internal sealed class Timeline
{
    private readonly SortedSet<TimelineEntry> _entries = [];

    public int Count => _entries.Count;

    public DateTimeOffset? Earliest => _entries.Count == 0 ? null : _entries.Min.At;

    public TimelineEntry Add(StoredTask task, DateTimeOffset at)
    {
        var entry = new TimelineEntry(at, task);
        _entries.Add(entry);
        return entry;
    }

    public void Remove(TimelineEntry entry) => _entries.Remove(entry);

    public bool AnyDue(DateTimeOffset now) => Earliest <= now;

    public StoredTask First() => _entries.Min.Task;
}
