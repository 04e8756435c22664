namespace TaskGen.Brokers.InMemory;

/// <summary>Entries by a key. An entry that is past its time is gone for every reader at once, and out of memory after a sweep.</summary>
internal sealed class ExpiringMap<TKey, TEntry>(IEqualityComparer<TKey>? comparer = null) : ISwept
    where TKey : notnull
    where TEntry : class, IExpiring
{
    private readonly Dictionary<TKey, TEntry> _entries = new(comparer);
    private readonly PriorityQueue<TKey, DateTimeOffset> _drops = new();

    public int Count => _entries.Count;

    public TEntry? Find(TKey key, DateTimeOffset now) =>
        _entries.TryGetValue(key, out var entry) && !(entry.DropAt <= now) ? entry : null;

    /// <summary>Finds an entry for which no time is set yet.</summary>
    public TEntry? FindLive(TKey key) => _entries.TryGetValue(key, out var entry) && entry.DropAt is null ? entry : null;

    public void Set(TKey key, TEntry entry) => _entries[key] = entry;

    public void Remove(TKey key) => _entries.Remove(key);

    /// <summary>Sets the time at which an entry is gone, in place of any that was set before.</summary>
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

            // The entry may have been given another time, or another entry may have come under its key.
            if (_entries.TryGetValue(key, out var entry) && entry.DropAt <= now)
            {
                _entries.Remove(key);
            }
        }
    }
}
