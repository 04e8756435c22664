namespace TaskGen.Brokers.InMemory;

/// <summary>A record with what the broker must know to keep it and to let it go.</summary>
internal sealed class StoredRecord(TaskRecord value, TimeSpan recordTtl) : IExpiring
{
    private HashSet<RecordWatch>? _watches;
    private HashSet<CanvasPointer>? _followers;

    /// <summary>What readers get. It is replaced, never changed, so it can be given out as it is.</summary>
    public TaskRecord Value { get; set; } = value;

    public string? Key { get; init; }

    public TimeSpan RecordTtl { get; } = recordTtl;

    public TimeSpan KeyTtl { get; init; }

    /// <summary>When it can no longer be read; null before the end.</summary>
    public DateTimeOffset? DropAt { get; set; }

    public IReadOnlyCollection<RecordWatch> Watches => _watches ?? (IReadOnlyCollection<RecordWatch>)[];

    /// <summary>The nodes that the end is told, or was.</summary>
    public IReadOnlyCollection<CanvasPointer> Followers => _followers ?? (IReadOnlyCollection<CanvasPointer>)[];

    public void Watch(RecordWatch watch) => (_watches ??= []).Add(watch);

    public void Unwatch(RecordWatch watch) => _watches?.Remove(watch);

    /// <returns>Whether the node is a new one.</returns>
    public bool Follow(CanvasPointer node) => (_followers ??= []).Add(node);

    public void UnwatchAll() => _watches = null;
}
