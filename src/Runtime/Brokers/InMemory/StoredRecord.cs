namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a stored record, with its expiration time and the canvas nodes to which the end of the task is reported.</summary>
internal sealed class StoredRecord(TaskRecord value, TimeSpan recordTtl) : IExpiring
{
    private HashSet<RecordWatch>? _watches;
    private HashSet<CanvasPointer>? _followers;

    /// <summary>
    /// The record that is returned to readers. It is replaced instead of being modified, so it can be returned without a copy.
    /// </summary>
    public TaskRecord Value { get; set; } = value;

    public string? Key { get; init; }

    public TimeSpan RecordTtl { get; } = recordTtl;

    public TimeSpan KeyTtl { get; init; }

    /// <summary>The time at which the record expires; <see langword="null"/> before the task has ended.</summary>
    public DateTimeOffset? DropAt { get; set; }

    public IReadOnlyCollection<RecordWatch> Watches => _watches ?? (IReadOnlyCollection<RecordWatch>)[];

    /// <summary>The canvas nodes to which the end of the task is or was reported.</summary>
    public IReadOnlyCollection<CanvasPointer> Followers => _followers ?? (IReadOnlyCollection<CanvasPointer>)[];

    public void Watch(RecordWatch watch) => (_watches ??= []).Add(watch);

    public void Unwatch(RecordWatch watch) => _watches?.Remove(watch);

    /// <summary>Adds a canvas node to which the end of the task is reported.</summary>
    /// <returns><see langword="true"/> if the node was not added before; otherwise, <see langword="false"/>.</returns>
    public bool Follow(CanvasPointer node) => (_followers ??= []).Add(node);

    public void UnwatchAll() => _watches = null;
}
