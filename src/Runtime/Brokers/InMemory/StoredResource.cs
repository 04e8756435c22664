namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents the leases on one resource and its line of waiting acquisitions. Callers must hold the resource's lock, and must call
/// <see cref="Sweep"/> before other operations.
/// </summary>
internal sealed class StoredResource(ResourceStore all)
{
    private const int MaxCalled = 200;

    private readonly Dictionary<Guid, Acquisition> _acquisitions = [];
    private readonly LinkedList<Acquisition> _line = [];
    private readonly SortedSet<(int Limit, Guid Holder)> _limits = [];
    private List<ResourceListener> _listeners = [];

    public Lock Gate { get; } = new();

    /// <summary>Whether the resource was empty and has been removed from the store. If so, the caller must look it up again.</summary>
    public bool IsGone { get; set; }

    public bool IsEmpty => _acquisitions.Count == 0 && _listeners.Count == 0;

    /// <summary>
    /// The subscriptions to notifications. The list is replaced instead of being modified, so calling the listeners requires no lock.
    /// </summary>
    public IReadOnlyList<ResourceListener> Listeners => _listeners;

    private int Free => _limits.Min.Limit - (_acquisitions.Count - _line.Count);

    public AcquireReply Acquire(AcquireRequest request, DateTimeOffset now)
    {
        if (!_acquisitions.TryGetValue(request.Holder, out var acquisition))
        {
            acquisition = new Acquisition(request.Holder);
            _acquisitions.Add(request.Holder, acquisition);
            _line.AddLast(acquisition.Place);
        }

        _limits.Remove((acquisition.Limit, acquisition.Holder));
        (acquisition.Limit, acquisition.Lease, acquisition.RenewedAt) = (request.Limit, request.Lease, now);
        _limits.Add((acquisition.Limit, acquisition.Holder));
        var before = acquisition.Waits ? Before(acquisition) : 0;
        if (acquisition.Waits && before < Free)
        {
            _line.Remove(acquisition.Place);
        }

        return new AcquireReply(!acquisition.Waits, acquisition.Waits ? before : 0, now, NextEnd());
    }

    public ResourceLeaseStatus Renew(Guid holder, TimeSpan lease, DateTimeOffset now)
    {
        if (!_acquisitions.TryGetValue(holder, out var acquisition))
        {
            return ResourceLeaseStatus.Lost;
        }

        if (!all.IsSilent(holder))
        {
            (acquisition.Lease, acquisition.RenewedAt) = (lease, now);
        }

        if (!acquisition.Waits)
        {
            return ResourceLeaseStatus.Holds;
        }

        return Before(acquisition) < Free ? ResourceLeaseStatus.IsNext : ResourceLeaseStatus.Waits;
    }

    public bool Release(Guid holder)
    {
        if (!_acquisitions.Remove(holder, out var acquisition))
        {
            return false;
        }

        _limits.Remove((acquisition.Limit, holder));
        if (acquisition.Waits)
        {
            _line.Remove(acquisition.Place);
        }

        return true;
    }

    /// <summary>Removes expired leases and expired places in the waiting line.</summary>
    /// <returns><see langword="true"/> if any was removed; otherwise, <see langword="false"/>.</returns>
    public bool Sweep(DateTimeOffset now)
    {
        var ended = _acquisitions.Values
            .Where(acquisition => all.EndOf(acquisition) <= now)
            .Select(static acquisition => acquisition.Holder)
            .ToList();
        ended.ForEach(holder => Release(holder));
        return ended.Count > 0;
    }

    /// <summary>Returns the waiting acquisitions that can be granted a lease now; at most 200.</summary>
    public IReadOnlyList<Guid> Next() => [.. _line.Take(Math.Clamp(Free, 0, MaxCalled)).Select(static acquisition => acquisition.Holder)];

    public void Add(ResourceListener listener) => _listeners = [.. _listeners, listener];

    public void Remove(ResourceListener listener) => _listeners = [.. _listeners.Where(other => other != listener)];

    private DateTimeOffset? NextEnd() => all.AnySilent ? _acquisitions.Values.Min(all.EndOf) : null;

    private static int Before(Acquisition acquisition)
    {
        var before = 0;
        for (var place = acquisition.Place.Previous; place is not null; place = place.Previous)
        {
            before++;
        }

        return before;
    }
}
