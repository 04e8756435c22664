namespace TaskGen.Brokers.InMemory;

/// <summary>
/// A place on a <see cref="Timeline"/>. Tasks of one time stand in the order of their ids, which is that of their dispatch.
/// </summary>
internal readonly record struct TimelineEntry(DateTimeOffset At, StoredTask Task) : IComparable<TimelineEntry>
{
    public int CompareTo(TimelineEntry other) => At == other.At ? Task.Id.CompareTo(other.Task.Id) : At.CompareTo(other.At);
}
