using System.Globalization;

namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents a broker that stores all data, as bytes, in the memory of this process, with one lock per queue. The broker has neither a
/// timer nor a thread. It reads the time from the <see cref="TimeProvider"/> at each call, so that tests can control the time.
/// </summary>
internal sealed partial class InMemoryBroker(TimeProvider time, BrokerLimits limits) : IBroker
{
    private const int MaxPage = 200;
    private const int MaxRead = 500;

    private readonly QueueStore _queues = new(time, limits);
    private readonly ResourceStore _resources = new(time);
    private int _watches;

    public InjectedFaults Faults => field ??= new InjectedFaults(_queues, _resources);

    public BatchLimit LargestBatch(bool hasRecord) => new(BatchRules.MaxTasks, long.MaxValue);

    public ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(string queue, EnqueueBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_queues.Get(queue).Enqueue(batch));
    }

    public ValueTask JoinAsync(string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        _queues.Get(queue).Join(worker, lease);
        return ValueTask.CompletedTask;
    }

    public ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(request.MaxTasks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.MaxTasks, MaxPage);
        return ValueTask.FromResult(_queues.Get(queue).Lease(request));
    }

    public ValueTask<ReconcileReply> ReconcileAsync(
        string queue, WorkerIncarnation worker, long number, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_queues.Get(queue).Reconcile(worker, number));
    }

    public RenewReply Renew(string queue, WorkerIncarnation worker) => _queues.Get(queue).Renew(worker);

    public ValueTask<MaintenanceReply> MaintainAsync(string queue, MaintenanceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfLessThan(request.MaxCrashes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.PageSize, MaxPage);
        return ValueTask.FromResult(_queues.Get(queue).Maintain(request));
    }

    public ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _queues.Get(queue).Leave(worker);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_queues.Get(queue).ReportProgress(worker, updates));
    }

    public ValueTask<CancelOutcome> CancelAsync(string queue, Guid id, string? reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_queues.Find(queue)?.Cancel(id, reason) ?? CancelOutcome.NotFound);
    }

    public ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MaxRead, nameof(ids));
        if (watch is not null and not RecordWatch)
        {
            throw new ArgumentException(
                $"The watch on channel '{watch.Channel}' was created by a different broker. Pass a watch that this broker created.",
                nameof(watch));
        }

        return ValueTask.FromResult(_queues.Find(queue)?.Read(ids, (RecordWatch?)watch) ?? new TaskRecord?[ids.Count]);
    }

    public ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var number = Interlocked.Increment(ref _watches);
        return ValueTask.FromResult<IBrokerWatch>(new RecordWatch(string.Create(CultureInfo.InvariantCulture, $"watch-{number}"), changed));
    }

    public ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IAsyncDisposable>(_queues.Get(queue).Bell.Listen(ring));
    }

    public ValueTask<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_queues.Find(queue)?.Count() ?? default);
    }

    public ValueTask<int> CountWorkersAsync(string queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_queues.Find(queue)?.CountWorkers() ?? 0);
    }

    public ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(string queue, int skip, int take, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        return ValueTask.FromResult(_queues.Find(queue)?.ReadDeadLetters(skip, take) ?? []);
    }

    public ValueTask<AcquireReply> AcquireAsync(string resource, AcquireRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Check();
        return ValueTask.FromResult(_resources.Acquire(resource, request));
    }

    public IReadOnlyList<ResourceLeaseStatus> RenewResource(string resource, IReadOnlyList<Guid> holders, TimeSpan lease)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(holders.Count, MaxPage, nameof(holders));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        return _resources.Renew(resource, holders, lease);
    }

    public ValueTask ReleaseAsync(string resource, Guid holder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _resources.Release(resource, holder);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IAsyncDisposable> ListenResourceAsync(string resource, Action<Guid> called, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IAsyncDisposable>(_resources.Listen(resource, called));
    }
}
