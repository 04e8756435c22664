using System.Diagnostics;
using TaskGen.Brokers;
using TaskGen.Primitives;

namespace TaskGen.Worker;

/// <summary>
/// Represents one acquisition of a limited resource, from the request to the release. It waits for the lease, then holds it, and then ends.
/// It never returns to an earlier state.
/// </summary>
internal sealed class ResourceLease(ResourceLeases leases, TaskExecution execution, string resource, AcquireRequest request)
    : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _givenUp = new();
    private long _renewedAt;
    private bool _isHeld;
    private bool _hasEnded;
    private Task _released = Task.CompletedTask;

    public TaskExecution Execution => execution;

    public string Resource => resource;

    public AcquireRequest Request => request;

    public Guid Holder => request.Holder;

    /// <summary>The signal that is set when the request must be repeated, because the lease might be granted now.</summary>
    public AsyncSignal Changed { get; } = new();

    /// <summary>The token that is canceled when the acquisition is closed while it waits.</summary>
    public CancellationToken GivenUp => _givenUp.Token;

    public bool IsHeld
    {
        get
        {
            lock (_lock)
            {
                return _isHeld;
            }
        }
    }

    public bool HasEnded
    {
        get
        {
            lock (_lock)
            {
                return _hasEnded;
            }
        }
    }

    /// <summary>Whether the last renewal was sent less than one lease duration ago, by the monotonic clock of this machine.</summary>
    public bool LeaseHolds => Stopwatch.GetElapsedTime(Volatile.Read(ref _renewedAt)) < request.Lease;

    /// <summary>Records that the broker has granted the lease.</summary>
    /// <param name="sentAt">The timestamp at which the request was sent.</param>
    /// <returns>
    /// <see langword="true"/> if the lease is held; <see langword="false"/> if the acquisition was closed in the meantime or the lease
    /// might already have expired.
    /// </returns>
    public bool TryHold(long sentAt)
    {
        lock (_lock)
        {
            if (_hasEnded || Stopwatch.GetElapsedTime(sentAt) >= request.Lease)
            {
                return false;
            }

            _renewedAt = sentAt;
            _isHeld = true;
            return true;
        }
    }

    /// <summary>Records that the broker has renewed the lease.</summary>
    /// <param name="sentAt">The timestamp at which the request was sent.</param>
    public void Renewed(long sentAt) => Volatile.Write(ref _renewedAt, sentAt);

    /// <summary>Ends the lease without releasing it in the broker.</summary>
    /// <returns><see langword="true"/> if the lease was held; otherwise, <see langword="false"/>.</returns>
    public bool TryLose() => TryEnd(out var wasHeld) && wasHeld;

    /// <summary>
    /// Ends the acquisition and releases its lease. If it is still waiting, the wait ends and the place or lease is released. Repeating the
    /// call has no effect.
    /// </summary>
    public Task CloseAsync()
    {
        if (!TryEnd(out var wasHeld))
        {
            return _released;
        }

        if (wasHeld)
        {
            return _released = leases.ReleaseAsync(this);
        }

        // The caller can be the heartbeat thread, so the waiting code must continue on the thread pool.
        _ = _givenUp.CancelAsync();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => new(CloseAsync());

    /// <returns><see langword="true"/> if this call ended the acquisition; <see langword="false"/> if it had already ended.</returns>
    private bool TryEnd(out bool wasHeld)
    {
        lock (_lock)
        {
            wasHeld = _isHeld;
            if (_hasEnded)
            {
                return false;
            }

            (_isHeld, _hasEnded) = (false, true);
            return true;
        }
    }
}
