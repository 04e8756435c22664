namespace TaskGen.Brokers;

/// <summary>The canvases of a queue. One that is over its time is gone for everybody at once, and out of memory after a sweep.</summary>
internal sealed class InMemoryCanvases
{
    private readonly Dictionary<Guid, InMemoryCanvas> _canvases = [];
    private readonly PriorityQueue<InMemoryCanvas, DateTimeOffset> _drops = new();

    public int Count => _canvases.Count;

    public InMemoryCanvas? Find(Guid id, DateTimeOffset now) =>
        _canvases.TryGetValue(id, out var canvas) && !(canvas.DropAt <= now) ? canvas : null;

    /// <summary>One whose pages or nodes are there and that runs.</summary>
    public InMemoryCanvas? FindCommitted(Guid id, DateTimeOffset now) => Find(id, now) is { IsCommitted: true } canvas ? canvas : null;

    public InMemoryCanvas Add(Guid id) => _canvases[id] = new InMemoryCanvas(id);

    public void Remove(InMemoryCanvas canvas) => _canvases.Remove(canvas.Id);

    public void DropAt(InMemoryCanvas canvas, DateTimeOffset time)
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
