using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>
/// Fails at random, by a seed: refuses before anything is applied, or loses the request, or loses the reply of what was applied. Keeps the
/// contract: a refusal has changed nothing.
/// </summary>
internal sealed class FlakyBroker(IBroker inner, int seed) : DelegatingBroker(inner)
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private int _faults;

    /// <summary>How likely each operation is to fail; 0 to let a test begin and end in peace.</summary>
    public double Rate { get; set; }

    public int Faults => Volatile.Read(ref _faults);

    public override ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(
        string queue, EnqueueBatch batch, CancellationToken cancellationToken) =>
        TryAsync(() => base.EnqueueAsync(queue, batch, cancellationToken));

    public override async ValueTask JoinAsync(
        string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken) =>
        await TryAsync(async () =>
        {
            await base.JoinAsync(queue, worker, lease, cancellationToken);
            return true;
        });

    public override ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken) =>
        TryAsync(() => base.LeaseAsync(queue, request, cancellationToken));

    public override ValueTask<ReconcileReply> ReconcileAsync(
        string queue, WorkerIncarnation worker, long number, CancellationToken cancellationToken) =>
        TryAsync(() => base.ReconcileAsync(queue, worker, number, cancellationToken));

    public override RenewReply Renew(string queue, WorkerIncarnation worker)
    {
        var fate = Fate();
        fate.Before();
        var reply = base.Renew(queue, worker);
        fate.After();
        return reply;
    }

    public override ValueTask<MaintenanceReply> MaintainAsync(
        string queue, MaintenanceRequest request, CancellationToken cancellationToken) =>
        TryAsync(() => base.MaintainAsync(queue, request, cancellationToken));

    public override ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken) =>
        TryAsync(() => base.ReportProgressAsync(queue, worker, updates, cancellationToken));

    public override ValueTask<CancelOutcome> CancelAsync(string queue, Guid id, string? reason, CancellationToken cancellationToken) =>
        TryAsync(() => base.CancelAsync(queue, id, reason, cancellationToken));

    public override ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken) =>
        TryAsync(() => base.ReadAsync(queue, ids, watch, cancellationToken));

    public override ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken) =>
        TryAsync(() => base.WatchAsync(changed, cancellationToken));

    public override async ValueTask AdvanceCanvasAsync(
        string queue, IReadOnlyList<CanvasReport> reports, CancellationToken cancellationToken) =>
        await TryAsync(async () =>
        {
            await base.AdvanceCanvasAsync(queue, reports, cancellationToken);
            return true;
        });

    public override ValueTask<DeliveryReply> DeliverAsync(string queue, DeliveryRequest request, CancellationToken cancellationToken) =>
        TryAsync(() => base.DeliverAsync(queue, request, cancellationToken));

    public override ValueTask<CanvasMembers?> ReadMembersAsync(
        string queue, Guid canvas, int group, int from, CancellationToken cancellationToken) =>
        TryAsync(() => base.ReadMembersAsync(queue, canvas, group, from, cancellationToken));

    private async ValueTask<T> TryAsync<T>(Func<ValueTask<T>> call)
    {
        var fate = Fate();
        fate.Before();
        var reply = await call();
        fate.After();
        return reply;
    }

    private Chances Fate()
    {
        lock (_lock)
        {
            if (_random.NextDouble() >= Rate)
            {
                return default;
            }

            _faults++;
            return new Chances(_random.Next(1, 4));
        }
    }

    private readonly record struct Chances(int Kind)
    {
        public void Before()
        {
            switch (Kind)
            {
                case 1:
                    throw new TaskBrokerException("The broker refused.");
                case 2:
                    throw new BrokerUnknownException("The request was lost.");
            }
        }

        public void After()
        {
            if (Kind == 3)
            {
                throw new BrokerUnknownException("The reply was lost.");
            }
        }
    }
}
