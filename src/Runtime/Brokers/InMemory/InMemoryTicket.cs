namespace TaskGen.Brokers;

/// <summary>A place on an <see cref="InMemoryTimeline"/>. Tasks of one time stand in the order of their ids, which is that of their dispatch.</summary>
internal readonly record struct InMemoryTicket(DateTimeOffset At, InMemoryTask Task) : IComparable<InMemoryTicket>
{
    public int CompareTo(InMemoryTicket other) => At == other.At ? Task.Id.CompareTo(other.Task.Id) : At.CompareTo(other.At);
}
