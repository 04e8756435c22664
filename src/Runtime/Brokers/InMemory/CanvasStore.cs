namespace TaskGen.Brokers.InMemory;

/// <summary>The canvases of a queue. One that is over its time is gone for everybody at once, and out of memory after a sweep.</summary>
internal sealed class CanvasStore
{
    private readonly Dictionary<Guid, StoredCanvas> _canvases = [];
    private readonly PriorityQueue<StoredCanvas, DateTimeOffset> _drops = new();

    public int Count => _canvases.Count;

    public StoredCanvas? Find(Guid id, DateTimeOffset now) =>
        _canvases.TryGetValue(id, out var canvas) && !(canvas.DropAt <= now) ? canvas : null;

    /// <summary>One whose pages or nodes are there and that runs.</summary>
    public StoredCanvas? FindCommitted(Guid id, DateTimeOffset now) => Find(id, now) is { IsCommitted: true } canvas ? canvas : null;

    public StoredCanvas Add(Guid id) => _canvases[id] = new StoredCanvas(id);

    public void Remove(StoredCanvas canvas) => _canvases.Remove(canvas.Id);

    public void DropAt(StoredCanvas canvas, DateTimeOffset time)
    {
        canvas.DropAt = time;
        _drops.Enqueue(canvas, time);
    }

    public bool AnyDue(DateTimeOffset now) => _drops.TryPeek(out _, out var time) && time <= now;

    public void Sweep(DateTimeOffset now, int max)
    {
        for (; max > 0 && AnyDue(now); max--)
        {
            var canvas = _drops.Dequeue();

            // It may have been given more time, or have been committed, or another one of the id may have come.
            if (canvas.DropAt <= now && _canvases.TryGetValue(canvas.Id, out var known) && ReferenceEquals(known, canvas))
            {
                _canvases.Remove(canvas.Id);
            }
        }
    }
}
