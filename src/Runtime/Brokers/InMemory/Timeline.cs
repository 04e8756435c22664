namespace TaskGen.Brokers.InMemory;

/// <summary>Tasks in order of a time at which something must happen to them.</summary>
internal sealed class Timeline
{
    private readonly SortedSet<TimelineEntry> _tickets = [];

    public int Count => _tickets.Count;

    public DateTimeOffset? Earliest => _tickets.Count == 0 ? null : _tickets.Min.At;

    public TimelineEntry Add(StoredTask task, DateTimeOffset at)
    {
        var ticket = new TimelineEntry(at, task);
        _tickets.Add(ticket);
        return ticket;
    }

    public void Remove(TimelineEntry ticket) => _tickets.Remove(ticket);

    public bool AnyDue(DateTimeOffset now) => Earliest <= now;

    public StoredTask First() => _tickets.Min.Task;
}
