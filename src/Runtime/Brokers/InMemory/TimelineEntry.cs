namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents an entry of a <see cref="Timeline"/>. Tasks with the same time are sorted by id, which is the order of dispatch.
/// </summary>
internal readonly record struct TimelineEntry(DateTimeOffset At, StoredTask Task) : IComparable<TimelineEntry>
{
    public int CompareTo(TimelineEntry other) => At == other.At ? Task.Id.CompareTo(other.Task.Id) : At.CompareTo(other.At);
}
