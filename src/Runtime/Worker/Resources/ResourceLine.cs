using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>
/// Represents the waiting line of this worker for one resource: the waiting acquisitions in the order of their requests, and their shared
/// subscription to notifications.
/// </summary>
internal sealed class ResourceLine(IResourceBroker broker, string resource, Action<Guid> called)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<ResourceLease> _waiting = new();
    private Task<IAsyncDisposable>? _listening;

    public string Resource => resource;

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>
    /// The first waiting acquisition; <see langword="null"/> if none is waiting. It is the one that detects leases that expire without
    /// being released.
    /// </summary>
    public ResourceLease? First => _waiting.First?.Value;

    public void Add(ResourceLease lease) => _waiting.AddLast(lease);

    public void Remove(ResourceLease lease) => _waiting.Remove(lease);

    /// <summary>Subscribes to the broker's notifications. Only the first call subscribes. If it fails, the next call tries again.</summary>
    public Task ListenAsync()
    {
        lock (_lock)
        {
            return _listening is null or { IsFaulted: true } ? _listening = StartListening() : _listening;
        }
    }

    /// <summary>Ends the subscription, because no acquisition is waiting.</summary>
    public async Task CloseAsync()
    {
        Task<IAsyncDisposable>? listening;
        lock (_lock)
        {
            listening = _listening;
        }

        if (listening is null)
        {
            return;
        }

        try
        {
            await (await listening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        catch (TaskGenException)
        {
            // The subscription failed, so it does not have to be ended.
        }
    }

    // The subscription outlives the task that creates it, so the execution context of that task must not flow.
    private Task<IAsyncDisposable> StartListening()
    {
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        return Task.Run(async () => await broker.ListenResourceAsync(resource, called, CancellationToken.None).ConfigureAwait(false));
    }
}
