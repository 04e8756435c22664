namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Which task stands for a dispatch whose end is told, by the id that it was dispatched under. One that comes again finds the same task for ten minutes, even if by then the record is over its TTL or
/// the key that it joined by answers no more.
/// </summary>
internal sealed class DispatchOwners
{
    private readonly Dictionary<Guid, Guid> _owners = [];
    private readonly Queue<(Guid Id, DateTimeOffset DropAt)> _drops = new();

    public int Count => _owners.Count;

    public Guid? OwnerOf(Guid id, DateTimeOffset now)
    {
        Sweep(now, int.MaxValue);
        return _owners.TryGetValue(id, out var owner) ? owner : null;
    }

    public void Add(Guid id, Guid owner, DateTimeOffset now)
    {
        if (_owners.TryAdd(id, owner))
        {
            _drops.Enqueue((id, BrokerTime.Add(now, CanvasRules.Memory)));
        }
    }

    public bool AnyDue(DateTimeOffset now) => _drops.TryPeek(out var first) && first.DropAt <= now;

    public void Sweep(DateTimeOffset now, int max)
    {
        for (; max > 0 && AnyDue(now); max--)
        {
            _owners.Remove(_drops.Dequeue().Id);
        }
    }
}
