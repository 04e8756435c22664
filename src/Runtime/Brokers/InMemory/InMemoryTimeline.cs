namespace TaskGen.Brokers;

/// <summary>Tasks in order of a time at which something must happen to them.</summary>
internal sealed class InMemoryTimeline
{
    private readonly SortedSet<InMemoryTicket> _tickets = [];

    public int Count => _tickets.Count;

    public DateTimeOffset? Earliest => _tickets.Count == 0 ? null : _tickets.Min.At;

    public InMemoryTicket Add(InMemoryTask task, DateTimeOffset at)
    {
        var ticket = new InMemoryTicket(at, task);
        _tickets.Add(ticket);
        return ticket;
    }

    public void Remove(InMemoryTicket ticket) => _tickets.Remove(ticket);

    public bool AnyDue(DateTimeOffset now) => Earliest <= now;

    public InMemoryTask First() => _tickets.Min.Task;
}
