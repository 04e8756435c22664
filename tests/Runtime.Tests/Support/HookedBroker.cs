using System.Collections.Concurrent;
using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>Calls the test at steps that it wants to break or to look at, and keeps which workers renewed their leases and left.</summary>
internal sealed class HookedBroker(IBroker inner) : DelegatingBroker(inner)
{
    private readonly ConcurrentQueue<(string Queue, WorkerIncarnation Worker)> _renewals = new();
    private readonly ConcurrentQueue<string> _left = new();

    /// <summary>Called before somebody's watched tasks are read.</summary>
    public Action OnWatchedRead { get; set; } = static () => { };

    /// <summary>Called before a worker leaves.</summary>
    public Action OnLeave { get; set; } = static () => { };

    /// <summary>Called before a worker listens.</summary>
    public Action OnListen { get; set; } = static () => { };

    /// <summary>What becomes of the reply to a lease request.</summary>
    public Func<LeaseRequest, LeaseReply, LeaseReply> OnLeased { get; set; } = static (_, reply) => reply;

    /// <summary>What becomes of a dispatch; it is given what would carry it out.</summary>
    public Func<Func<ValueTask<IReadOnlyList<EnqueueOutcome>>>, ValueTask<IReadOnlyList<EnqueueOutcome>>> OnEnqueue { get; set; } =
        static apply => apply();

    /// <summary>What becomes of the reply to a heartbeat.</summary>
    public Func<RenewReply, RenewReply> OnRenewed { get; set; } = static reply => reply;

    /// <summary>Every heartbeat, in order.</summary>
    public IReadOnlyList<(string Queue, WorkerIncarnation Worker)> Renewals => [.. _renewals];

    /// <summary>The queues that workers have left.</summary>
    public IReadOnlyList<string> Left => [.. _left];

    public override ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken)
    {
        if (watch is not null)
        {
            OnWatchedRead();
        }

        return base.ReadAsync(queue, ids, watch, cancellationToken);
    }

    public override async ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken) =>
        OnLeased(request, await base.LeaseAsync(queue, request, cancellationToken));

    public override ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(
        string queue, EnqueueBatch batch, CancellationToken cancellationToken) =>
        OnEnqueue(() => base.EnqueueAsync(queue, batch, cancellationToken));

    public override async ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken)
    {
        OnLeave();
        await base.LeaveAsync(queue, worker, cancellationToken);
        _left.Enqueue(queue);
    }

    public override ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken)
    {
        OnListen();
        return base.ListenAsync(queue, ring, cancellationToken);
    }

    public override RenewReply Renew(string queue, WorkerIncarnation worker)
    {
        _renewals.Enqueue((queue, worker));
        return OnRenewed(base.Renew(queue, worker));
    }
}
