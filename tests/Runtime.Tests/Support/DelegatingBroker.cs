using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>Passes everything on; tests override what they want otherwise.</summary>
internal class DelegatingBroker(IBroker inner) : IBroker
{
    public virtual BatchLimit LargestBatch(bool hasRecord) => inner.LargestBatch(hasRecord);

    public virtual ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(
        string queue, EnqueueBatch batch, CancellationToken cancellationToken) =>
        inner.EnqueueAsync(queue, batch, cancellationToken);

    public virtual ValueTask JoinAsync(string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken) =>
        inner.JoinAsync(queue, worker, lease, cancellationToken);

    public virtual ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken) =>
        inner.LeaseAsync(queue, request, cancellationToken);

    public virtual ValueTask<ReconcileReply> ReconcileAsync(
        string queue, WorkerIncarnation worker, long number, CancellationToken cancellationToken) =>
        inner.ReconcileAsync(queue, worker, number, cancellationToken);

    public virtual RenewReply Renew(string queue, WorkerIncarnation worker) => inner.Renew(queue, worker);

    public virtual ValueTask<MaintenanceReply> MaintainAsync(
        string queue, MaintenanceRequest request, CancellationToken cancellationToken) =>
        inner.MaintainAsync(queue, request, cancellationToken);

    public virtual ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken) =>
        inner.LeaveAsync(queue, worker, cancellationToken);

    public virtual ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken) =>
        inner.ReportProgressAsync(queue, worker, updates, cancellationToken);

    public virtual ValueTask<CancelOutcome> CancelAsync(string queue, Guid id, string? reason, CancellationToken cancellationToken) =>
        inner.CancelAsync(queue, id, reason, cancellationToken);

    public virtual ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken) =>
        inner.ReadAsync(queue, ids, watch, cancellationToken);

    public virtual ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken) =>
        inner.WatchAsync(changed, cancellationToken);

    public virtual ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken) =>
        inner.ListenAsync(queue, ring, cancellationToken);

    public virtual ValueTask<int> CountWorkersAsync(string queue, CancellationToken cancellationToken) =>
        inner.CountWorkersAsync(queue, cancellationToken);

    public virtual ValueTask<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken) =>
        inner.CountAsync(queue, cancellationToken);

    public virtual ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(
        string queue, int skip, int take, CancellationToken cancellationToken) =>
        inner.ReadDeadLettersAsync(queue, skip, take, cancellationToken);

    public virtual ValueTask StoreCanvasAsync(
        string queue, Guid canvas, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken) =>
        inner.StoreCanvasAsync(queue, canvas, page, cancellationToken);

    public virtual ValueTask<bool> CommitCanvasAsync(string queue, Guid canvas, CanvasCommit commit, CancellationToken cancellationToken) =>
        inner.CommitCanvasAsync(queue, canvas, commit, cancellationToken);

    public virtual ValueTask AdvanceCanvasAsync(string queue, IReadOnlyList<CanvasReport> reports, CancellationToken cancellationToken) =>
        inner.AdvanceCanvasAsync(queue, reports, cancellationToken);

    public virtual ValueTask<DeliveryReply> DeliverAsync(string queue, DeliveryRequest request, CancellationToken cancellationToken) =>
        inner.DeliverAsync(queue, request, cancellationToken);

    public virtual ValueTask<CanvasMembers?> ReadMembersAsync(
        string queue, Guid canvas, int group, int from, CancellationToken cancellationToken) =>
        inner.ReadMembersAsync(queue, canvas, group, from, cancellationToken);

    public virtual ValueTask<AcquireReply> AcquireAsync(string resource, AcquireRequest request, CancellationToken cancellationToken) =>
        inner.AcquireAsync(resource, request, cancellationToken);

    public virtual IReadOnlyList<ResourceLeaseStatus> RenewResource(string resource, IReadOnlyList<Guid> holders, TimeSpan lease) =>
        inner.RenewResource(resource, holders, lease);

    public virtual ValueTask ReleaseAsync(string resource, Guid holder, CancellationToken cancellationToken) =>
        inner.ReleaseAsync(resource, holder, cancellationToken);

    public virtual ValueTask<IAsyncDisposable> ListenResourceAsync(
        string resource, Action<Guid> called, CancellationToken cancellationToken) =>
        inner.ListenResourceAsync(resource, called, cancellationToken);
}
