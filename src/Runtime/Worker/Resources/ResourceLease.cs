using System.Diagnostics;
using TaskGen.Brokers;
using TaskGen.Primitives;

namespace TaskGen.Worker;

/// <summary>
/// Represents one acquisition of a limited resource, from the request to the release. It first waits, then holds the lease, and then has
/// ended; it never returns to an earlier state.
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

    /// <summary>Set when the request has to be repeated, because the lease may be granted now.</summary>
    public AsyncSignal Changed { get; } = new();

    /// <summary>Canceled when the lease is closed during the wait.</summary>
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

    /// <summary>Whether the time since the last renewal is shorter than the lease, by the monotonic clock of this machine.</summary>
    public bool LeaseHolds => Stopwatch.GetElapsedTime(Volatile.Read(ref _renewedAt)) < request.Lease;

    /// <summary>Records that the broker has granted the lease.</summary>
    /// <param name="sentAt">The timestamp at which the request was sent.</param>
    /// <returns>
    /// <see langword="true"/> if the lease is held; <see langword="false"/> if it was closed meanwhile or may already have expired.
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
    /// Ends the lease and releases it. A wait that is in progress ends and releases its place or lease. Repeating the call has no effect.
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

        // The caller may be the heartbeat thread, so the waiting code has to continue on the thread pool.
        _ = _givenUp.CancelAsync();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => new(CloseAsync());

    /// <returns><see langword="true"/> if the lease had not ended before; otherwise, <see langword="false"/>.</returns>
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
