namespace TaskGen.Brokers.InMemory;

/// <summary>The records of a queue. One that is over its TTL is gone for every reader at once, and out of memory after a sweep.</summary>
internal sealed class RecordStore
{
    private readonly Dictionary<Guid, StoredRecord> _records = [];
    private readonly PriorityQueue<Guid, DateTimeOffset> _drops = new();

    public int Count => _records.Count;

    public StoredRecord? Find(Guid id, DateTimeOffset now) =>
        _records.TryGetValue(id, out var record) && !(record.DropAt <= now) ? record : null;

    /// <summary>The record of a task that has not ended.</summary>
    public StoredRecord? FindLive(Guid id) =>
        _records.TryGetValue(id, out var record) && record.DropAt is null ? record : null;

    public void Add(StoredRecord record) => _records[record.Value.Id] = record;

    public void DropAt(StoredRecord record, DateTimeOffset time)
    {
        record.DropAt = time;
        _drops.Enqueue(record.Value.Id, time);
    }

    public bool AnyDue(DateTimeOffset now) => _drops.TryPeek(out _, out var time) && time <= now;

    public void Sweep(DateTimeOffset now, int max)
    {
        for (; max > 0 && AnyDue(now); max--)
        {
            var id = _drops.Dequeue();

            // A task of the same id may have come since: then the record is another one.
            if (_records.TryGetValue(id, out var record) && record.DropAt <= now)
            {
                _records.Remove(id);
            }
        }
    }
}
