namespace TaskGen.Brokers.InMemory;

/// <summary>The leases of one resource and the line before it. Called under its lock, after what has ended was swept away.</summary>
internal sealed class StoredResource(ResourceStore all)
{
    private const int MaxCalled = 200;

    private readonly Dictionary<Guid, Acquisition> _holds = [];
    private readonly LinkedList<Acquisition> _line = [];
    private readonly SortedSet<(int Limit, Guid Holder)> _limits = [];
    private List<ResourceListener> _listeners = [];

    public Lock Gate { get; } = new();

    /// <summary>Set when it was empty and is no longer known: what is asked of it must be asked of another.</summary>
    public bool IsGone { get; set; }

    public bool IsEmpty => _holds.Count == 0 && _listeners.Count == 0;

    /// <summary>Replaced, never changed, so that calling them needs no lock.</summary>
    public IReadOnlyList<ResourceListener> Listeners => _listeners;

    private int Free => _limits.Min.Limit - (_holds.Count - _line.Count);

    public AcquireReply Acquire(AcquireRequest request, DateTimeOffset now)
    {
        if (!_holds.TryGetValue(request.Holder, out var hold))
        {
            hold = new Acquisition(request.Holder);
            _holds.Add(request.Holder, hold);
            _line.AddLast(hold.Place);
        }

        _limits.Remove((hold.Limit, hold.Holder));
        (hold.Limit, hold.Lease, hold.RenewedAt) = (request.Limit, request.Lease, now);
        _limits.Add((hold.Limit, hold.Holder));
        var before = hold.Waits ? Before(hold) : 0;
        if (hold.Waits && before < Free)
        {
            _line.Remove(hold.Place);
        }

        return new AcquireReply(!hold.Waits, hold.Waits ? before : 0, now, NextEnd());
    }

    public ResourceLeaseStatus Renew(Guid holder, TimeSpan lease, DateTimeOffset now)
    {
        if (!_holds.TryGetValue(holder, out var hold))
        {
            return ResourceLeaseStatus.Lost;
        }

        if (!all.IsSilent(holder))
        {
            (hold.Lease, hold.RenewedAt) = (lease, now);
        }

        if (!hold.Waits)
        {
            return ResourceLeaseStatus.Holds;
        }

        return Before(hold) < Free ? ResourceLeaseStatus.IsNext : ResourceLeaseStatus.Waits;
    }

    public bool Release(Guid holder)
    {
        if (!_holds.Remove(holder, out var hold))
        {
            return false;
        }

        _limits.Remove((hold.Limit, holder));
        if (hold.Waits)
        {
            _line.Remove(hold.Place);
        }

        return true;
    }

    /// <summary>Takes out whose time is over.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Sweep(DateTimeOffset now)
    {
        var ended = _holds.Values.Where(hold => all.EndOf(hold) <= now).Select(static hold => hold.Holder).ToList();
        ended.ForEach(holder => Release(holder));
        return ended.Count > 0;
    }

    /// <summary>Who would be given a lease now.</summary>
    public IReadOnlyList<Guid> Next() => [.. _line.Take(Math.Clamp(Free, 0, MaxCalled)).Select(static hold => hold.Holder)];

    public void Add(ResourceListener listener) => _listeners = [.. _listeners, listener];

    public void Remove(ResourceListener listener) => _listeners = [.. _listeners.Where(other => other != listener)];

    private DateTimeOffset? NextEnd() => all.AnySilent ? _holds.Values.Min(all.EndOf) : null;

    private static int Before(Acquisition hold)
    {
        var before = 0;
        for (var place = hold.Place.Previous; place is not null; place = place.Previous)
        {
            before++;
        }

        return before;
    }
}
