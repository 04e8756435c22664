using TaskGen.Serialization;

namespace TaskGen.Brokers.InMemory;

/// <content>Contains the operation that enqueues tasks.</content>
internal sealed partial class StoredQueue
{
    // Each batch sweeps more entries than it can add, so that expired entries do not accumulate.
    private const int SweptPerTask = 4;

    public IReadOnlyList<EnqueueOutcome> Enqueue(EnqueueBatch batch)
    {
        BatchRules.Check(batch);
        using var step = new QueueStep(this);
        var window = _producers.Call(batch.Producer, step.Now);
        if (window.Find(batch.Number) is { } first)
        {
            return first;
        }

        var recorded = _deliveries.Recorded;
        var outcomes = new EnqueueOutcome[batch.Tasks.Count];
        for (var index = 0; index < outcomes.Length; index++)
        {
            outcomes[index] = Enter(batch.Tasks[index], step.Now);
        }

        var reply = Array.AsReadOnly(outcomes);
        window.Add(batch.Number, reply);
        SweepTtl(step.Now, outcomes.Length * SweptPerTask);
        RingForDeliveries(recorded);
        return reply;
    }

    private EnqueueOutcome Enter(NewTask newTask, DateTimeOffset now)
    {
        if (_tasks.ContainsKey(newTask.Id) || _records.Find(newTask.Id, now) is not null)
        {
            Follow(newTask.Id, newTask.Follow, now);
            return new EnqueueOutcome(newTask.Id, Joined: false);
        }

        if (newTask.Follow is not null && _dispatches.Find(newTask.Id, now)?.Owner is { } before)
        {
            Follow(before, newTask.Follow, now);
            return new EnqueueOutcome(before, Joined: before != newTask.Id);
        }

        if (newTask.IdempotencyKey is { } key)
        {
            if (_keys.Find(key, now)?.Owner is { } owner && !EndExpired(owner, now))
            {
                Remember(newTask, owner, now);
                return new EnqueueOutcome(owner, Joined: true);
            }

            _keys.Set(key, new TaskClaim(newTask.Id));
        }

        var task = new StoredTask(newTask.Envelope.ToArray(), newTask.Priority);
        task.Rewrite(task.Header with
        {
            Priority = task.Priority,
            Flags = newTask.AtFront ? task.Header.Flags | EnvelopeFlags.IsChild : task.Header.Flags,
            EnqueuedAtMs = now.ToUnixTimeMilliseconds(),
            ExpiresAtMs = DeadlineOf(newTask, now) ?? task.Header.ExpiresAtMs,
        });
        var dueAt = newTask.NotBefore ?? (newTask.Delay is { } delay ? BrokerTime.Add(now, delay) : null);
        var delayed = dueAt > now;
        _tasks.Add(newTask.Id, task);
        if (newTask.HasRecord)
        {
            _records.Set(newTask.Id, NewRecord(newTask, delayed ? dueAt : null, now));
            Remember(newTask, newTask.Id, now);
        }

        Wait(task, dueAt, atFront: false, now);
        return new EnqueueOutcome(newTask.Id, Joined: false);
    }

    /// <summary>Ends a task that waits and whose deadline has passed, because it would never start.</summary>
    /// <returns><see langword="true"/> if the task has ended; otherwise, <see langword="false"/>.</returns>
    private bool EndExpired(Guid id, DateTimeOffset now)
    {
        if (!_tasks.TryGetValue(id, out var task) || task.Deadline is null || !HasExpired(task, now))
        {
            return false;
        }

        StopWaiting(task);
        End(task, TaskState.Expired, SettlementDetails.None, now);
        return true;
    }

    private static bool HasExpired(StoredTask task, DateTimeOffset now) =>
        task.Header.ExpiresAtMs > 0 && task.Header.ExpiresAtMs <= now.ToUnixTimeMilliseconds();

    private void Remember(NewTask dispatch, Guid owner, DateTimeOffset now)
    {
        if (dispatch.Follow is not null)
        {
            var claim = new TaskClaim(owner);
            _dispatches.Set(dispatch.Id, claim);
            _dispatches.DropAt(dispatch.Id, claim, BrokerTime.Add(now, CanvasRules.Memory));
            Follow(owner, dispatch.Follow, now);
        }
    }

    private static StoredRecord NewRecord(NewTask task, DateTimeOffset? dueAt, DateTimeOffset now) => new(
        new TaskRecord
        {
            Id = task.Id,
            Name = task.Name,
            State = dueAt is null ? TaskState.Pending : TaskState.Scheduled,
            MaxAttempts = task.MaxAttempts,
            EnqueuedAt = now,
            DueAt = dueAt,
        },
        task.RecordTtl)
    {
        Key = task.IdempotencyKey,
        KeyTtl = task.KeyTtl,
    };

    private static long? DeadlineOf(NewTask task, DateTimeOffset now) => task switch
    {
        { ExpiresAt: { } at } => BrokerTime.ToDeadline(at),
        { ExpiresAfter: { } after } => BrokerTime.ToDeadline(BrokerTime.Add(now, after)),
        _ => null,
    };
}
