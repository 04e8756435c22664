using TaskGen.Serialization;

namespace TaskGen.Brokers.InMemory;

/// <content>Contains the operations that worker incarnations call.</content>
internal sealed partial class StoredQueue
{
    // A lease request removes malformed tasks that it finds. The number per request is limited, so that the duration of a step is limited.
    private const int MaxMalformedPerLease = 1000;

    public void Join(WorkerIncarnation worker, TimeSpan lease)
    {
        using var step = new QueueStep(this);
        _holders.Join(worker, lease, step.Now);
    }

    public LeaseReply Lease(LeaseRequest request)
    {
        using var step = new QueueStep(this);
        var holder = _holders.FindLiving(request.Worker);
        var status = holder is null
            ? LeaseStatus.DeadIncarnation
            : request.Number <= holder.LastNumber ? LeaseStatus.OldRequest : LeaseStatus.Ok;
        if (status != LeaseStatus.Ok)
        {
            return new LeaseReply(status, step.Now, [], [], []);
        }

        holder!.LastNumber = request.Number;
        var recorded = _deliveries.Recorded;
        var settled = Settle(holder, request.Finished, step.Now);
        var started = Start(holder, request.Started, step.Now);
        return new LeaseReply(
            status, step.Now, Take(holder, request, step.Now), settled, started, DeliveriesWait: _deliveries.Recorded > recorded);
    }

    public ReconcileReply Reconcile(WorkerIncarnation worker, long number)
    {
        using var step = new QueueStep(this);
        if (_holders.FindLiving(worker) is not { } holder)
        {
            return new ReconcileReply(LeaseStatus.DeadIncarnation, step.Now, []);
        }

        holder.LastNumber = Math.Max(holder.LastNumber, number);
        return new ReconcileReply(LeaseStatus.Ok, step.Now, [.. holder.Held.Select(Copy)]);
    }

    public RenewReply Renew(WorkerIncarnation worker)
    {
        using var step = new QueueStep(this);
        return _holders.FindLiving(worker) is { } holder
            ? new RenewReply(
                Alive: true, step.Now, [.. holder.Canceling.Select(task => new CancelRequest(task.Key, task.CancelReason))], [])
            : new RenewReply(Alive: false, step.Now, [], []);
    }

    public void Leave(WorkerIncarnation worker)
    {
        using var step = new QueueStep(this);
        var recorded = _deliveries.Recorded;
        if (_holders.FindLiving(worker) is { } holder)
        {
            _holders.Leave(holder, step.Now);
            holder.Close();
            while (holder.Last is { } task)
            {
                Release(task);
                PutBack(task, SettlementKind.HandBack, SettlementDetails.None, step.Now);
            }
        }

        MergeChildren(int.MaxValue);
        RingForDeliveries(recorded);
    }

    public IReadOnlyList<bool> ReportProgress(WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates)
    {
        using var step = new QueueStep(this);
        var stored = new bool[updates.Count];
        if (_holders.FindLiving(worker) is not { } holder)
        {
            return stored;
        }

        for (var index = 0; index < stored.Length; index++)
        {
            var update = updates[index];
            if (FindHeld(holder, update.Key) is null)
            {
                continue;
            }

            stored[index] = true;
            if (_records.FindLive(update.Key.Id) is { } record)
            {
                record.Value = record.Value with
                {
                    Progress = update.Progress.ToArray(),
                    ProgressVersion = record.Value.ProgressVersion + 1,
                };
                Tell(record);
            }
        }

        return stored;
    }

    private bool[] Start(TaskHolder holder, IReadOnlyList<StartMark> marks, DateTimeOffset now)
    {
        var started = new bool[marks.Count];
        for (var index = 0; index < started.Length; index++)
        {
            var mark = marks[index];
            if (FindHeld(holder, mark.Key) is not { } task)
            {
                continue;
            }

            started[index] = true;
            task.Started = true;
            if (_records.FindLive(mark.Key.Id) is { } record)
            {
                record.Value = record.Value with
                {
                    State = TaskState.Running,
                    Attempt = mark.Attempt,
                    StartedAt = now,
                    DueAt = null,
                    WorkerId = holder.Worker.ToString(),
                };
                Tell(record);
            }
        }

        return started;
    }

    private List<LeasedTask> Take(TaskHolder holder, LeaseRequest request, DateTimeOffset now)
    {
        var taken = new List<LeasedTask>();
        var malformed = 0;
        long bytes = 0;
        var childRun = request.ChildRun;
        while (taken.Count < request.MaxTasks
            && malformed < MaxMalformedPerLease
            && _pending.Next(childRun, request.MaxChildRun) is { } task)
        {
            if (!IsKnown(task))
            {
                malformed++;
                PendingTasks.Remove(task);
                Bury(task, DeadLetterReasons.Malformed, default, now);
                continue;
            }

            bytes += task.Envelope.Length;
            if (taken.Count > 0 && bytes > request.MaxBytes)
            {
                break;
            }

            childRun = _pending.IsAmongChildren(task) ? childRun + 1 : 0;
            StopWaiting(task);
            holder.Take(task);
            _held++;
            if (HasExpired(task, now))
            {
                // The worker will not start the task, so no dispatch can join it.
                FreeKey(task.Id);
            }

            taken.Add(Copy(task));
        }

        return taken;
    }

    /// <summary>
    /// Determines whether the broker can find the task by its id. It cannot if the bytes, which a test can add to the queue, are malformed
    /// or contain the id of another stored task.
    /// </summary>
    private bool IsKnown(StoredTask task) =>
        task.Envelope.Length >= EnvelopeHeader.Size && _tasks.TryGetValue(task.Id, out var known) && ReferenceEquals(known, task);

    private StoredTask? FindHeld(TaskHolder holder, LeaseKey key) =>
        _tasks.TryGetValue(key.Id, out var task) && holder.Holds(task) && task.Header.Fence == key.Fence ? task : null;

    private void Release(StoredTask task)
    {
        task.Holder!.Release(task);
        _held--;
    }

    private static LeasedTask Copy(StoredTask task) => new(task.Key, task.Envelope.AsSpan().ToArray());
}
