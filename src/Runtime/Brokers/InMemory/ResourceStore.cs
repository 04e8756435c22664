using System.Collections.Concurrent;
using TaskGen.Primitives;

namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Stores the resources of one broker. Each resource has its own lock, and is removed when it has no holder, no waiting acquisition, and no
/// listener.
/// </summary>
internal sealed class ResourceStore(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, StoredResource> _resources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _silent = new();

    public int Count => _resources.Count;

    public bool AnySilent => !_silent.IsEmpty;

    public AcquireReply Acquire(string resource, AcquireRequest request) =>
        Step(resource, (one, now) => (one.Acquire(request, now), Calls: false));

    public IReadOnlyList<ResourceLeaseStatus> Renew(string resource, IReadOnlyList<Guid> holders, TimeSpan lease) =>
        Step(
            resource,
            (one, now) => ((IReadOnlyList<ResourceLeaseStatus>)[.. holders.Select(holder => one.Renew(holder, lease, now))], Calls: false));

    public void Release(string resource, Guid holder) =>
        Step(resource, (one, _) => one.Release(holder) ? (true, Calls: true) : (false, Calls: false));

    public ResourceListener Listen(string resource, Action<Guid> called)
    {
        var listener = new ResourceListener(this, resource, called);
        Step(resource, (one, _) =>
        {
            one.Add(listener);
            return (true, Calls: false);
        });
        return listener;
    }

    public void Remove(string resource, ResourceListener listener) => Step(resource, (one, _) =>
    {
        one.Remove(listener);
        return (true, Calls: false);
    });

    /// <summary>
    /// Ignores the renewals of a holder from now on, so that its lease or its place in the waiting line expires. Leases and places of other
    /// holders never expire, because all holders are in this process.
    /// </summary>
    public void Silence(Guid holder) => _silent.TryAdd(holder, time.GetUtcNow());

    public bool IsSilent(Guid holder) => _silent.ContainsKey(holder);

    public DateTimeOffset? EndOf(Acquisition acquisition) =>
        _silent.TryGetValue(acquisition.Holder, out var since)
            ? BrokerTime.Add(since > acquisition.RenewedAt ? since : acquisition.RenewedAt, acquisition.Lease)
            : null;

    private T Step<T>(string name, Func<StoredResource, DateTimeOffset, (T Result, bool Calls)> step)
    {
        WireNames.Check(name, "resource", nameof(name));
        while (true)
        {
            var resource = _resources.GetOrAdd(name, static (_, all) => new StoredResource(all), this);
            T result;
            IReadOnlyList<Guid> next;
            IReadOnlyList<ResourceListener> listeners;
            lock (resource.Gate)
            {
                if (resource.IsGone)
                {
                    continue;
                }

                var now = time.GetUtcNow();
                var swept = AnySilent && resource.Sweep(now);
                (result, var calls) = step(resource, now);
                next = swept || calls ? resource.Next() : [];
                listeners = resource.Listeners;
                if (resource.IsEmpty)
                {
                    resource.IsGone = true;
                    _resources.TryRemove(name, out _);
                }
            }

            // Listeners are called after the lock is released, because they can call the broker.
            foreach (var holder in next)
            {
                foreach (var listener in listeners)
                {
                    listener.Call(holder);
                }
            }

            return result;
        }
    }
}
