namespace TaskGen.Brokers.InMemory;

/// <summary>Stores entries by key. An expired entry can no longer be found, and a later sweep removes it from memory.</summary>
internal sealed class ExpiringMap<TKey, TEntry>(IEqualityComparer<TKey>? comparer = null) : ISwept
    where TKey : notnull
    where TEntry : class, IExpiring
{
    private readonly Dictionary<TKey, TEntry> _entries = new(comparer);
    private readonly PriorityQueue<TKey, DateTimeOffset> _drops = new();

    public int Count => _entries.Count;

    public TEntry? Find(TKey key, DateTimeOffset now) =>
        _entries.TryGetValue(key, out var entry) && !(entry.DropAt <= now) ? entry : null;

    /// <summary>Finds an entry for which no expiration time has been set.</summary>
    public TEntry? FindLive(TKey key) => _entries.TryGetValue(key, out var entry) && entry.DropAt is null ? entry : null;

    public void Set(TKey key, TEntry entry) => _entries[key] = entry;

    public void Remove(TKey key) => _entries.Remove(key);

    /// <summary>Sets or replaces the expiration time of an entry.</summary>
    public void DropAt(TKey key, TEntry entry, DateTimeOffset time)
    {
        entry.DropAt = time;
        _drops.Enqueue(key, time);
    }

    public bool AnyDue(DateTimeOffset now) => _drops.TryPeek(out _, out var time) && time <= now;

    public void Sweep(DateTimeOffset now, int max)
    {
        for (; max > 0 && AnyDue(now); max--)
        {
            var key = _drops.Dequeue();

            // The entry might have a new expiration time, or the key might belong to a new entry.
            if (_entries.TryGetValue(key, out var entry) && entry.DropAt <= now)
            {
                _entries.Remove(key);
            }
        }
    }
}
