using System.Diagnostics;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Worker;

/// <summary>
/// Stores the current incarnation of this worker on one queue (one registration with the queue), and whether it is alive. After an
/// incarnation was declared dead, the worker registers a new one.
/// </summary>
internal sealed class WorkerIdentity(WorkerServices services, string queue)
{
    private readonly Lock _lock = new();
    private WorkerIncarnation _current;
    private long _renewedAt;

    // Until the worker has registered with the queue, there is no incarnation that could be alive.
    private volatile bool _isDead = true;
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

    /// <summary>
    /// Whether the incarnation is alive and the last heartbeat that the broker answered was sent less than one lease duration ago, by the
    /// monotonic clock of this machine.
    /// </summary>
    public bool LeaseHolds => !_isDead && Stopwatch.GetElapsedTime(Volatile.Read(ref _renewedAt)) < services.Worker.LeaseDuration;

    /// <summary>Registers the worker with the queue under a new incarnation id.</summary>
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

    /// <summary>Records that the broker has answered a heartbeat or registration that was sent at the specified timestamp.</summary>
    public void Renewed(long sentAt) => Volatile.Write(ref _renewedAt, sentAt);

    /// <summary>
    /// Records that an incarnation is dead. Returns <see langword="false"/> if this is already recorded, if the incarnation is not the
    /// current one, or if the worker has left the queue.
    /// </summary>
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

    /// <summary>Records that the worker leaves the queue. Later replies that declare the incarnation dead are ignored.</summary>
    public void Leave() => _hasLeft = true;
}
