using System.Diagnostics;
using TaskGen.Brokers;

namespace TaskGen;

/// <summary>One acquisition of a limited resource, from the request to the release. It waits, then holds, then has ended, and never goes back.</summary>
internal sealed class ResourceLease(ResourceLeases leases, TaskExecution execution, string resource, AcquireRequest request) : IAsyncDisposable
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

    /// <summary>Canceled when it was given up while it waited.</summary>
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

    /// <summary>Whether the broker's last word is younger than the lease, by this machine's monotonic clock.</summary>
    public bool LeaseHolds => Stopwatch.GetElapsedTime(Volatile.Read(ref _renewedAt)) < request.Lease;

    /// <summary>The broker has granted what was sent then. False where it has ended meanwhile, or so long ago that the lease may have run out.</summary>
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

    /// <summary>The broker has renewed what was sent then.</summary>
    public void Renewed(long sentAt) => Volatile.Write(ref _renewedAt, sentAt);

    /// <summary>The lease is no longer held, whatever its task believes.</summary>
    /// <returns>Whether it was.</returns>
    public bool TryLose() => TryEnd(out var wasHeld) && wasHeld;

    /// <summary>Gives it back: again and again, if need be, without another effect. A wait that is under way ends, and gives back what it got.</summary>
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

        // What waits goes on on the pool: this may be the heartbeat's thread.
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
