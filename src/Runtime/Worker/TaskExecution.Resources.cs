namespace TaskGen;

/// <content>The resource leases that it holds and waits for.</content>
internal sealed partial class TaskExecution
{
    private readonly List<ResourceLease> _leases = [];
    private bool _lostResource;

    public ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken) =>
        _services.Resources.AcquireAsync(this, resource, limit, cancellationToken);

    /// <summary>A resource lease is lost, but the task is still held: what it was doing must stop, and starts again from the front of its queue.</summary>
    public void LoseResource()
    {
        lock (_lock)
        {
            if (_ended || _stopReason is not (StopReason.None or StopReason.SoftTimeLimit))
            {
                return;
            }

            _stopReason = StopReason.LeaseLost;
            _lostResource = true;
        }

        _ = CancelTokenAsync();
    }

    /// <summary>From here on the execution releases the lease at its end.</summary>
    public void Add(ResourceLease lease)
    {
        lock (_lock)
        {
            if (_ended)
            {
                throw new InvalidOperationException($"Task '{Name}' ({Id}) has ended: it cannot acquire resource '{lease.Resource}' any more. Await the call inside the task.");
            }

            _leases.Add(lease);
        }
    }

    public void Remove(ResourceLease lease)
    {
        lock (_lock)
        {
            _leases.Remove(lease);
        }
    }
}
