using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>
/// The leases of this worker that wait for one resource, in the order of their requests, and the one subscription that they share.
/// </summary>
internal sealed class ResourceLine(IResourceBroker broker, string resource, Action<Guid> called)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<ResourceLease> _waiting = new();
    private Task<IAsyncDisposable>? _listening;

    public string Resource => resource;

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>The one that looks for leases that end by themselves; the others do so when they come to the front.</summary>
    public ResourceLease? First => _waiting.First?.Value;

    public void Add(ResourceLease lease) => _waiting.AddLast(lease);

    public void Remove(ResourceLease lease) => _waiting.Remove(lease);

    /// <summary>Subscribes to the broker's calls, once. After a failure the next caller tries again.</summary>
    public Task ListenAsync()
    {
        lock (_lock)
        {
            return _listening is null or { IsFaulted: true } ? _listening = StartListening() : _listening;
        }
    }

    /// <summary>Ends the subscription, when no lease waits any more.</summary>
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
            // There is no subscription to end.
        }
    }

    // It outlives the task that needs it first, whose async locals are not for it.
    private Task<IAsyncDisposable> StartListening()
    {
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        return Task.Run(async () => await broker.ListenResourceAsync(resource, called, CancellationToken.None).ConfigureAwait(false));
    }
}
