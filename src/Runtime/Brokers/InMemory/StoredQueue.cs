using TaskGen.Serialization;

namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents the state of one queue and the atomic operations on it. A task is either pending, delayed, or held. It is also indexed by its
/// id, unless a test has added bytes that contain no id or the id of another task.
/// </summary>
internal sealed partial class StoredQueue(string name, TimeProvider time, BrokerLimits limits, StoppedHeartbeats heartbeats)
{
    private readonly Dictionary<Guid, StoredTask> _tasks = [];
    private readonly PendingTasks _pending = new();
    private readonly Timeline _delayed = new();
    private readonly Timeline _deadlines = new();
    private readonly ExpiringMap<Guid, StoredRecord> _records = new();
    private readonly ExpiringMap<string, TaskClaim> _keys = new(StringComparer.Ordinal);
    private readonly ProducerWindows _producers = new();
    private readonly TaskHolders _holders = new(heartbeats);
    private readonly DeadLetterList _deadLetters = new(limits);
    private int _held;
    private StepNotifications? _notifications;

    public Lock Gate { get; } = new();

    public QueueBell Bell { get; } = new();

    public TimeProvider Time => time;

    public bool IsEmpty => _pending.IsEmpty;

    public DateTimeOffset? NextDue => (_delayed.Earliest, _deadlines.Earliest) switch
    {
        ({ } due, { } deadline) => due < deadline ? due : deadline,
        var (due, deadline) => due ?? deadline,
    };

    public StepNotifications? TakeNotifications()
    {
        var news = _notifications;
        _notifications = null;
        return news;
    }

    public CancelOutcome Cancel(Guid id, string? reason)
    {
        using var step = new QueueStep(this);
        var recorded = _deliveries.Recorded;
        if (TryCancelCanvas(id, reason, step.Now))
        {
            RingForDeliveries(recorded);
            return CancelOutcome.Canceled;
        }

        if (!_tasks.TryGetValue(id, out var task))
        {
            return _records.Find(id, step.Now) is null ? CancelOutcome.NotFound : CancelOutcome.AlreadyEnded;
        }

        if (task.Holder is { } holder)
        {
            holder.RequestCancel(task, reason);
            (_notifications ??= new StepNotifications()).CancelRequested = true;
            return CancelOutcome.Requested;
        }

        StopWaiting(task);
        End(task, TaskState.Canceled, new SettlementDetails { Reason = reason }, step.Now);
        RingForDeliveries(recorded);
        return CancelOutcome.Canceled;
    }

    public IReadOnlyList<TaskRecord?> Read(IReadOnlyList<Guid> ids, RecordWatch? watch)
    {
        using var step = new QueueStep(this);
        var records = new TaskRecord?[ids.Count];
        for (var index = 0; index < records.Length; index++)
        {
            if (_records.Find(ids[index], step.Now) is not { } record)
            {
                continue;
            }

            records[index] = record.Value;
            if (watch is not null && record.DropAt is null)
            {
                watch.Register(this, record);
            }
        }

        return records;
    }

    public void Unwatch(Guid id, RecordWatch watch)
    {
        lock (Gate)
        {
            _records.FindLive(id)?.Unwatch(watch);
        }
    }

    public QueueCounts Count()
    {
        using var step = new QueueStep(this);

        return new QueueCounts(_pending.Count, _delayed.Count, _held, _deadLetters.Count);
    }

    public int CountWorkers()
    {
        using var step = new QueueStep(this);
        return _holders.CountLiving(step.Now);
    }

    /// <summary>Counts the records and idempotency keys that have not expired.</summary>
    public (int Records, int Keys) CountKept()
    {
        using var step = new QueueStep(this);
        // Each entry is swept only once, so sweeping all of them here takes no longer in total than sweeping a limited number at a time.
        _records.Sweep(step.Now, int.MaxValue);
        _keys.Sweep(step.Now, int.MaxValue);
        return (_records.Count, _keys.Count);
    }

    public IReadOnlyList<DeadLetter> ReadDeadLetters(int skip, int take)
    {
        lock (Gate)
        {
            return _deadLetters.Read(skip, take);
        }
    }

    public void Plant(byte[] envelope, TaskPriority priority)
    {
        using var step = new QueueStep(this);
        var task = new StoredTask(envelope, priority);
        if (envelope.Length >= EnvelopeHeader.Size)
        {
            _tasks.TryAdd(task.Id, task);
        }

        _pending.Add(task, atFront: false, isChild: false);
    }

    /// <summary>Adds a task to the delayed tasks if it is due in the future; otherwise, adds it to the pending tasks.</summary>
    private void Wait(StoredTask task, DateTimeOffset? dueAt, bool atFront, DateTimeOffset now)
    {
        if (dueAt > now)
        {
            task.Due = _delayed.Add(task, dueAt.Value);
        }
        else
        {
            // Child tasks wait apart only while a worker can lease them, as on Redis.
            _pending.Add(task, atFront, isChild: task.Header.Flags.HasFlag(EnvelopeFlags.IsChild) && _holders.AnyLiving);
        }

        if (task.Header.ExpiresAtMs > 0 && _records.FindLive(task.Id) is not null)
        {
            task.Deadline = _deadlines.Add(task, BrokerTime.FromDeadline(task.Header.ExpiresAtMs));
        }
    }

    private void StopWaiting(StoredTask task)
    {
        if (task.Due is { } due)
        {
            _delayed.Remove(due);
            task.Due = null;
        }
        else
        {
            PendingTasks.Remove(task);
        }

        if (task.Deadline is { } deadline)
        {
            _deadlines.Remove(deadline);
            task.Deadline = null;
        }
    }

    /// <summary>
    /// Sends a wake-up notification (bell) if the step recorded deliveries. It is used for operations whose reply does not report them.
    /// </summary>
    private void RingForDeliveries(long recordedBefore)
    {
        if (_deliveries.Recorded > recordedBefore)
        {
            (_notifications ??= new StepNotifications()).DeliveriesWait = true;
        }
    }

    private void Tell(StoredRecord record)
    {
        foreach (var watch in record.Watches)
        {
            (_notifications ??= new StepNotifications()).Changed(watch, new TaskId(record.Value.Id, name));
        }
    }
}
