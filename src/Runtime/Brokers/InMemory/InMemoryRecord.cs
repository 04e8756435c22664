namespace TaskGen.Brokers;

/// <summary>A record with what the broker must know to keep it and to let it go.</summary>
internal sealed class InMemoryRecord(TaskRecord value, NewTask task)
{
    private HashSet<InMemoryWatch>? _watches;

    /// <summary>What readers get. It is replaced, never changed, so it can be given out as it is.</summary>
    public TaskRecord Value { get; set; } = value;

    public string? Key { get; } = task.IdempotencyKey;

    public TimeSpan RecordTtl { get; } = task.RecordTtl;

    public TimeSpan KeyTtl { get; } = task.KeyTtl;

    /// <summary>When it can no longer be read; null before the end.</summary>
    public DateTimeOffset? DropAt { get; set; }

    public IReadOnlyCollection<InMemoryWatch> Watches => _watches ?? (IReadOnlyCollection<InMemoryWatch>)[];

    public void Watch(InMemoryWatch watch) => (_watches ??= []).Add(watch);

    public void Unwatch(InMemoryWatch watch) => _watches?.Remove(watch);

    public void UnwatchAll() => _watches = null;
}
