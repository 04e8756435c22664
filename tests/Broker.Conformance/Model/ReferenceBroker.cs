using TaskGen;
using TaskGen.Brokers;
using TaskGen.Primitives;

namespace Broker.Conformance;

/// <summary>
/// What a broker does, on one queue, with plain lists that are searched from end to end: slow, and simple enough to be seen to be right.
/// Hints are not modeled, and what is over its time goes at the beginning of each call.
/// </summary>
internal sealed partial class ReferenceBroker(TimeProvider time, BrokerLimits limits, ModelRules rules) : IBroker
{
    private readonly List<ReferenceTask> _pending = [];
    private readonly List<ReferenceTask> _children = [];
    private readonly List<ReferenceTask> _delayed = [];
    private readonly List<ReferenceHolder> _holders = [];
    private readonly List<ReferenceRecord> _records = [];
    private readonly Dictionary<string, (Guid Owner, DateTimeOffset? DropAt)> _keys = [];
    private readonly Dictionary<Guid, (DateTimeOffset LastCall, Dictionary<long, IReadOnlyList<EnqueueOutcome>> Replies)> _producers = [];
    private readonly Dictionary<WorkerIncarnation, DateTimeOffset> _stoppedHearts = [];
    private readonly List<DeadLetter> _deadLetters = [];
    private int _dropped;
    private int _deaths;

    public void StopHeartbeat(WorkerIncarnation worker) => _stoppedHearts.TryAdd(worker, time.GetUtcNow());

    public void ResumeHeartbeat(WorkerIncarnation worker) => _stoppedHearts.Remove(worker);

    public void Plant(byte[] raw) => _pending.Add(new ReferenceTask { Envelope = [.. raw], Priority = TaskPriority.Normal });

    public ValueTask JoinAsync(string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        if (!_holders.Any(holder => holder.Worker == worker))
        {
            _holders.Add(new ReferenceHolder { Worker = worker, Lease = lease, JoinedAt = time.GetUtcNow() });
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<ReconcileReply> ReconcileAsync(
        string queue, WorkerIncarnation worker, long number, CancellationToken cancellationToken)
    {
        var now = Tick();
        if (Living(worker) is not { } holder)
        {
            return ValueTask.FromResult(new ReconcileReply(LeaseStatus.DeadIncarnation, now, []));
        }

        holder.LastNumber = Math.Max(holder.LastNumber, number);
        return ValueTask.FromResult(new ReconcileReply(LeaseStatus.Ok, now, [.. holder.Held.Select(Copy)]));
    }

    public RenewReply Renew(string queue, WorkerIncarnation worker)
    {
        var now = Tick();
        var holder = Living(worker);
        var cancels = holder?.Held.Where(task => task.CancelRequested).Select(task => new CancelRequest(task.Key, task.CancelReason));
        return new RenewReply(holder is not null, now, [.. cancels ?? []], []);
    }

    public ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken)
    {
        var now = Tick();
        if (Living(worker) is { } holder)
        {
            holder.Gone = true;
            foreach (var task in holder.Held.OrderByDescending(task => task.Id).ToList())
            {
                LetGo(task);
                PutBack(task, SettlementKind.HandBack, new SettlementDetails(), now);
            }
        }

        MergeChildren(int.MaxValue);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken)
    {
        Tick();
        var replies = new List<bool>();
        foreach (var update in updates)
        {
            var held = HeldBy(worker, update.Key) is not null;
            if (held && LivingRecord(update.Key.Id) is { } record)
            {
                record.Value = record.Value with { Progress = update.Progress, ProgressVersion = record.Value.ProgressVersion + 1 };
            }

            replies.Add(held);
        }

        return ValueTask.FromResult<IReadOnlyList<bool>>(replies);
    }

    public ValueTask<CancelOutcome> CancelAsync(string queue, Guid id, string? reason, CancellationToken cancellationToken)
    {
        var now = Tick();
        if (TryCancelCanvas(id, reason, now))
        {
            return ValueTask.FromResult(CancelOutcome.Canceled);
        }

        if (Find(id) is not { } task)
        {
            if (rules.CancelsUnknownByRequest && Record(id) is null && id.Version != 7)
            {
                return ValueTask.FromResult(CancelOutcome.Requested);
            }

            return ValueTask.FromResult(Record(id) is null ? CancelOutcome.NotFound : CancelOutcome.AlreadyEnded);
        }

        if (task.Holder is not null)
        {
            task.CancelReason = task.CancelRequested ? task.CancelReason : reason;
            task.CancelRequested = true;
            return ValueTask.FromResult(CancelOutcome.Requested);
        }

        if (rules.CancelsUnknownByRequest && LivingRecord(id) is null && Pending.Contains(task))
        {
            task.CancelRequested = true;
            return ValueTask.FromResult(CancelOutcome.Requested);
        }

        End(task, TaskState.Canceled, new SettlementDetails { Reason = reason }, now);
        return ValueTask.FromResult(CancelOutcome.Canceled);
    }

    public ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken)
    {
        Tick();
        return ValueTask.FromResult<IReadOnlyList<TaskRecord?>>([.. ids.Select(id => Record(id)?.Value)]);
    }

    public ValueTask<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken)
    {
        Tick();
        return ValueTask.FromResult(new QueueCounts(
            Pending.Count(task => !task.IsGhost), _delayed.Count, _holders.Sum(holder => holder.Held.Count), _deadLetters.Count));
    }

    public ValueTask<int> CountWorkersAsync(string queue, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_holders.Count(static holder => !holder.Gone));

    public (int Records, int Keys) CountKept()
    {
        Tick();
        return (_records.Count, _keys.Count);
    }

    public ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(
        string queue, int skip, int take, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<DeadLetter>>([.. Enumerable.Reverse(_deadLetters).Skip(skip).Take(take)]);

    public ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private IEnumerable<ReferenceTask> Pending => _pending.Concat(_children);

    private bool AnyLiving => _holders.Any(holder => !holder.Gone);

    private DateTimeOffset Tick()
    {
        var now = time.GetUtcNow();
        _records.RemoveAll(record => record.DropAt <= now);
        foreach (var key in _keys.Where(entry => entry.Value.DropAt <= now).Select(entry => entry.Key).ToList())
        {
            _keys.Remove(key);
        }

        foreach (var producer in _producers.Where(entry => entry.Value.LastCall + TimeSpan.FromMinutes(10) <= now)
            .Select(entry => entry.Key)
            .ToList())
        {
            _producers.Remove(producer);
        }

        _canvases.RemoveAll(canvas => canvas.DropAt <= now);
        _joins.RemoveAll(join => join.DropAt <= now);
        return now;
    }

    private ReferenceHolder? Living(WorkerIncarnation worker) => _holders.Find(holder => holder.Worker == worker && !holder.Gone);

    private ReferenceTask? HeldBy(WorkerIncarnation worker, LeaseKey key) => Living(worker)?.Held.Find(task => task.Key == key);

    private ReferenceTask? Find(Guid id) =>
        Pending.Concat(_delayed)
            .Concat(_holders.SelectMany(holder => holder.Held))
            .FirstOrDefault(task => !task.IsMalformed && !task.IsGhost && task.Id == id);

    private ReferenceRecord? Record(Guid id) => _records.Find(record => record.Value.Id == id);

    private ReferenceRecord? LivingRecord(Guid id) => _records.Find(record => record.Value.Id == id && !record.Value.State.IsEnd());

    private static LeasedTask Copy(ReferenceTask task) => new(task.Key, task.Envelope.ToArray());
}
