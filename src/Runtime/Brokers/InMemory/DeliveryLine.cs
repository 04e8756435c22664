namespace TaskGen.Brokers.InMemory;

/// <summary>What the steps of a queue have recorded to be brought elsewhere, in order of the time from which it may be taken.</summary>
internal sealed class DeliveryLine
{
    private readonly Dictionary<long, StoredDelivery> _deliveries = [];
    private readonly SortedDictionary<(DateTimeOffset DueAt, long Turn), StoredDelivery> _line = [];
    private long _turn;

    public int Count => _deliveries.Count;

    /// <summary>How many were ever recorded: a step that has recorded some is known by it.</summary>
    public long Recorded { get; private set; }

    public void Add(StoredDelivery delivery, DateTimeOffset now)
    {
        delivery.Number = ++Recorded;
        _deliveries.Add(delivery.Number, delivery);
        StandInLine(delivery, now);
        delivery.Canvas?.Deliveries.Add(delivery);
    }

    public void Remove(StoredDelivery delivery)
    {
        if (_deliveries.Remove(delivery.Number))
        {
            _line.Remove(delivery.Place);
            delivery.Canvas?.Deliveries.Remove(delivery);
        }
    }

    public void RemoveAllOf(StoredCanvas canvas)
    {
        foreach (var delivery in canvas.Deliveries.ToArray())
        {
            Remove(delivery);
        }
    }

    /// <summary>Nothing where it was done before, or never was.</summary>
    public StoredDelivery? Find(ReadOnlyMemory<byte> key) =>
        StoredDelivery.TryReadKey(key.Span, out var number) ? _deliveries.GetValueOrDefault(number) : null;

    /// <summary>Lets it be taken from a time on; of one time, after what stands there.</summary>
    public void Postpone(StoredDelivery delivery, DateTimeOffset dueAt)
    {
        _line.Remove(delivery.Place);
        StandInLine(delivery, dueAt);
    }

    public StoredDelivery? FirstDue(DateTimeOffset now)
    {
        foreach (var (place, delivery) in _line)
        {
            return place.DueAt <= now ? delivery : null;
        }

        return null;
    }

    private void StandInLine(StoredDelivery delivery, DateTimeOffset dueAt)
    {
        delivery.Place = (dueAt, ++_turn);
        _line.Add(delivery.Place, delivery);
    }
}
