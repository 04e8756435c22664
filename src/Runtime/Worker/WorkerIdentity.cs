using System.Diagnostics;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Worker;

/// <summary>
/// Who this worker is on one queue, and whether that is still trusted. An incarnation that was declared dead never comes back: the worker
/// goes on as a new one.
/// </summary>
internal sealed class WorkerIdentity(WorkerServices services, string queue)
{
    private readonly Lock _lock = new();
    private WorkerIncarnation _current;
    private long _renewedAt;
    private volatile bool _isDead;
    private volatile bool _hasLeft;

    public WorkerIncarnation Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    public bool IsDead => _isDead;

    public bool HasLeft => _hasLeft;

    /// <summary>Whether a heartbeat was answered within the lease, by this machine's monotonic clock.</summary>
    public bool LeaseHolds => !_isDead && Stopwatch.GetElapsedTime(Volatile.Read(ref _renewedAt)) < services.Worker.LeaseDuration;

    /// <summary>Begins a new incarnation.</summary>
    public async Task JoinAsync(CancellationToken cancellationToken)
    {
        var worker = new WorkerIncarnation(services.Worker.Name, TaskIds.New(services.Time, hasRecord: true));
        var sentAt = Stopwatch.GetTimestamp();
        await services.Broker.JoinAsync(queue, worker, services.Worker.LeaseDuration, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _current = worker;
        }

        Renewed(sentAt);
        _isDead = false;
    }

    /// <summary>The broker has answered what was sent then.</summary>
    public void Renewed(long sentAt) => Volatile.Write(ref _renewedAt, sentAt);

    /// <summary>Notes that an incarnation is no longer trusted; false where that is known, or of no concern any more.</summary>
    public bool TryDie(WorkerIncarnation worker)
    {
        lock (_lock)
        {
            if (_isDead || _hasLeft || _current != worker)
            {
                return false;
            }

            _isDead = true;
            return true;
        }
    }

    /// <summary>From here on nothing that is heard of the incarnation matters.</summary>
    public void Leave() => _hasLeft = true;
}
