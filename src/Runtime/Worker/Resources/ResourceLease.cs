using System.Diagnostics;
using TaskGen.Brokers;
using TaskGen.Primitives;

namespace TaskGen.Worker;

/// <summary>
/// One acquisition of a limited resource, from the request to the release. It waits, then holds, then has ended, and never goes back.
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

    /// <summary>Set when it may be worth asking again.</summary>
    public AsyncSignal Changed { get; } = new();

    /// <summary>Canceled when the lease is closed while it waits.</summary>
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

    /// <summary>Whether the last renewal is younger than the duration of the lease, by this machine's monotonic clock.</summary>
    public bool LeaseHolds => Stopwatch.GetElapsedTime(Volatile.Read(ref _renewedAt)) < request.Lease;

    /// <summary>
    /// Notes that the broker has granted a request. False where the lease has ended meanwhile or may already have expired.
    /// </summary>
    /// <param name="sentAt">The timestamp at which the request was sent.</param>
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

    /// <summary>Notes that the broker has renewed the lease.</summary>
    /// <param name="sentAt">The timestamp at which the request was sent.</param>
    public void Renewed(long sentAt) => Volatile.Write(ref _renewedAt, sentAt);

    /// <summary>Ends the lease without a release.</summary>
    /// <returns>Whether it was held.</returns>
    public bool TryLose() => TryEnd(out var wasHeld) && wasHeld;

    /// <summary>
    /// Ends the lease and releases it. A wait that is under way ends, and releases what it was granted. Repeating the call has no effect.
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

        // The waiting code continues on the pool: this may be the heartbeat's thread.
        _ = _givenUp.CancelAsync();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => new(CloseAsync());

    /// <returns>Whether it had not ended before.</returns>
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
