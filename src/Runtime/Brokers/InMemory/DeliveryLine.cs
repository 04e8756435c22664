namespace TaskGen.Brokers.InMemory;

/// <summary>Stores the recorded deliveries of a queue in the order in which they become due.</summary>
internal sealed class DeliveryLine
{
    private readonly Dictionary<long, StoredDelivery> _deliveries = [];
    private readonly SortedDictionary<(DateTimeOffset DueAt, long Turn), StoredDelivery> _line = [];
    private long _turn;

    public int Count => _deliveries.Count;

    /// <summary>
    /// The number of deliveries recorded so far. A step compares it with an earlier value to determine whether the step has recorded
    /// deliveries.
    /// </summary>
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

    /// <summary>Finds a delivery by its key. Returns <see langword="null"/> if it was confirmed or never existed.</summary>
    public StoredDelivery? Find(ReadOnlyMemory<byte> key) =>
        StoredDelivery.TryReadKey(key.Span, out var number) ? _deliveries.GetValueOrDefault(number) : null;

    /// <summary>Postpones a delivery to the specified time, after other deliveries that are due at that time.</summary>
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
