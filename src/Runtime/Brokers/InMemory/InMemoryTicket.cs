namespace TaskGen.Brokers;

/// <summary>A place on an <see cref="InMemoryTimeline"/>. The order makes it unique and keeps tasks of one time in the order of their coming.</summary>
internal readonly record struct InMemoryTicket(DateTimeOffset At, long Order, InMemoryTask Task) : IComparable<InMemoryTicket>
{
    public int CompareTo(InMemoryTicket other) => At == other.At ? Order.CompareTo(other.Order) : At.CompareTo(other.At);
}
