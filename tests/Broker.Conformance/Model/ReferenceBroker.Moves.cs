using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>How tasks move.</content>
internal sealed partial class ReferenceBroker
{
    public ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(string queue, EnqueueBatch batch, CancellationToken cancellationToken)
    {
        var now = Tick();
        var replies = _producers.TryGetValue(batch.Producer, out var known) ? known.Replies : [];
        _producers[batch.Producer] = (now, replies);
        if (replies.TryGetValue(batch.Number, out var first))
        {
            return ValueTask.FromResult(first);
        }

        var outcomes = new List<EnqueueOutcome>();
        var front = new List<ReferenceTask>();
        foreach (var sent in batch.Tasks)
        {
            if (Find(sent.Id) is not null || Record(sent.Id) is not null || front.Any(task => task.Id == sent.Id))
            {
                outcomes.Add(new EnqueueOutcome(sent.Id, false));
                continue;
            }

            if (sent.IdempotencyKey is { } key && _keys.TryGetValue(key, out var claim))
            {
                outcomes.Add(new EnqueueOutcome(claim.Owner, true));
                continue;
            }

            outcomes.Add(new EnqueueOutcome(sent.Id, false));
            if (sent.IdempotencyKey is not null)
            {
                _keys[sent.IdempotencyKey] = (sent.Id, null);
            }

            var task = new ReferenceTask { Envelope = sent.Envelope.ToArray(), Priority = sent.Priority };
            task.Header = task.Header with
            {
                EnqueuedAtMs = now.ToUnixTimeMilliseconds(),
                ExpiresAtMs = sent.ExpiresAfter is { } after ? (now + after).ToUnixTimeMilliseconds() : 0,
            };
            var dueAt = sent.Delay > TimeSpan.Zero ? now + sent.Delay : null;
            if (sent.HasRecord)
            {
                _records.Add(new ReferenceRecord
                {
                    Sent = sent,
                    Value = new TaskRecord
                    {
                        Id = sent.Id,
                        Name = sent.Name,
                        State = dueAt is null ? TaskState.Pending : TaskState.Scheduled,
                        MaxAttempts = sent.MaxAttempts,
                        EnqueuedAt = now,
                        DueAt = dueAt,
                    },
                });
            }

            if (sent.AtFront && dueAt is null)
            {
                front.Add(task);
            }
            else
            {
                Wait(task, dueAt, atFront: false);
            }
        }

        foreach (var task in Enumerable.Reverse(front))
        {
            Wait(task, null, atFront: true);
        }

        replies.Add(batch.Number, outcomes);
        return ValueTask.FromResult<IReadOnlyList<EnqueueOutcome>>(outcomes);
    }

    public ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken)
    {
        var now = Tick();
        if (Living(request.Worker) is not { } holder)
        {
            return ValueTask.FromResult(new LeaseReply(LeaseStatus.DeadIncarnation, now, [], [], []));
        }

        if (request.Number <= holder.LastNumber)
        {
            return ValueTask.FromResult(new LeaseReply(LeaseStatus.OldRequest, now, [], [], []));
        }

        holder.LastNumber = request.Number;
        var settled = new List<bool>();
        var handedBack = new List<(ReferenceTask Task, SettlementDetails Details)>();
        foreach (var settlement in request.Finished)
        {
            var task = HeldBy(request.Worker, settlement.Key);
            settled.Add(task is not null);
            if (task is null)
            {
                continue;
            }

            var details = settlement.Details ?? new SettlementDetails();
            LetGo(task);
            switch (settlement.Kind)
            {
                case SettlementKind.Succeeded:
                    End(task, TaskState.Succeeded, details, now);
                    break;
                case SettlementKind.Failed:
                    End(task, TaskState.Failed, details, now);
                    break;
                case SettlementKind.Canceled:
                    End(task, TaskState.Canceled, details with { Reason = details.Reason ?? task.CancelReason }, now);
                    break;
                case SettlementKind.Expired:
                    End(task, TaskState.Expired, details, now);
                    break;
                case SettlementKind.HandBack:
                    handedBack.Add((task, details));
                    break;
                default:
                    PutBack(task, settlement.Kind, details, now);
                    break;
            }
        }

        foreach (var (task, details) in Enumerable.Reverse(handedBack))
        {
            PutBack(task, SettlementKind.HandBack, details, now);
        }

        var started = new List<bool>();
        foreach (var mark in request.Started)
        {
            var task = HeldBy(request.Worker, mark.Key);
            started.Add(task is not null);
            if (task is not null)
            {
                task.Started = true;
                Change(task.Id, record => record with
                {
                    State = TaskState.Running, Attempt = mark.Attempt, StartedAt = now, DueAt = null, WorkerId = holder.Worker.ToString(),
                });
            }
        }

        var taken = new List<LeasedTask>();
        var bytes = 0;
        foreach (var task in _pending.OrderByDescending(task => task.Priority).ToList())
        {
            var tooMany = taken.Count >= request.MaxTasks;
            if (tooMany || (!task.IsMalformed && taken.Count > 0 && bytes + task.Envelope.Length > request.MaxBytes))
            {
                break;
            }

            _pending.Remove(task);
            if (task.IsMalformed)
            {
                Bury(task, DeadLetterReasons.Malformed, default, now);
                continue;
            }

            bytes += task.Envelope.Length;
            task.Holder = holder;
            holder.Held.Add(task);
            taken.Add(Copy(task));
        }

        return ValueTask.FromResult(new LeaseReply(LeaseStatus.Ok, now, taken, settled, started));
    }

    private void Wait(ReferenceTask task, DateTimeOffset? dueAt, bool atFront)
    {
        task.WaitingSince = _waits++;
        task.DueAt = dueAt;
        if (dueAt is not null)
        {
            _delayed.Add(task);
        }
        else
        {
            _pending.Insert(atFront ? 0 : _pending.Count, task);
        }
    }

    private static void LetGo(ReferenceTask task)
    {
        task.Holder!.Held.Remove(task);
        task.Holder = null;
        task.Started = false;
    }

    private void PutBack(ReferenceTask task, SettlementKind kind, SettlementDetails details, DateTimeOffset now)
    {
        if (task.CancelRequested)
        {
            End(task, TaskState.Canceled, details with { Reason = task.CancelReason }, now);
            return;
        }

        var header = task.Header with { Fence = task.Header.Fence + 1 };
        header = kind == SettlementKind.Retry ? header with { Attempts = (ushort)(header.Attempts + 1) } : header;
        header = kind == SettlementKind.Defer ? header with { Deferrals = (byte)(header.Deferrals + 1) } : header;
        task.Header = header;
        var atFront = kind == SettlementKind.HandBack;
        var dueAt = atFront || details.Delay <= TimeSpan.Zero ? (DateTimeOffset?)null : now + details.Delay;
        WriteDetails(task.Id, details);
        Change(task.Id, record => record with { State = TaskState.Pending, DueAt = dueAt });
        if (dueAt is not null)
        {
            Change(task.Id, record => record with { State = kind == SettlementKind.Retry ? TaskState.Retrying : TaskState.Scheduled });
        }

        if (kind == SettlementKind.Retry)
        {
            Change(task.Id, record => record with { Failure = details.Failure });
        }

        if (!atFront)
        {
            Change(task.Id, record => record with { Reason = details.Reason });
        }

        Wait(task, dueAt, atFront);
    }

    private void End(ReferenceTask task, TaskState state, SettlementDetails details, DateTimeOffset now)
    {
        _pending.Remove(task);
        _delayed.Remove(task);
        if (state == TaskState.Failed)
        {
            Bury(task, details.Reason ?? DeadLetterReasons.RetriesExhausted, details.Failure, now);
        }

        if (LivingRecord(task.Id) is not { } record)
        {
            return;
        }

        WriteDetails(task.Id, details);
        var succeeded = state == TaskState.Succeeded;
        record.Value = record.Value with
        {
            State = state,
            FinishedAt = now,
            DueAt = null,
            Result = succeeded ? details.Result : default,
            Failure = succeeded ? default : details.Failure,
            Reason = details.Reason,
        };
        record.DropAt = now + record.Sent.RecordTtl;
        if (record.Sent.IdempotencyKey is not { } key || _keys[key].Owner != task.Id)
        {
            return;
        }

        if (succeeded)
        {
            _keys[key] = (task.Id, now + record.Sent.KeyTtl);
            record.DropAt = record.Sent.KeyTtl > record.Sent.RecordTtl ? now + record.Sent.KeyTtl : record.DropAt;
        }
        else
        {
            _keys.Remove(key);
        }
    }

    private void Bury(ReferenceTask task, string reason, ReadOnlyMemory<byte> failure, DateTimeOffset now)
    {
        _deadLetters.Add(new DeadLetter(task.Key, task.Envelope, reason, failure, now));
        while (_deadLetters.Count > limits.MaxDeadLetters)
        {
            _deadLetters.RemoveAt(0);
            _dropped++;
        }
    }

    private void WriteDetails(Guid id, SettlementDetails details)
    {
        if (details.Attempt > 0)
        {
            Change(id, record => record with { Attempt = details.Attempt });
        }

        if (details.StartedAt is { } startedAt)
        {
            Change(id, record => record with { StartedAt = startedAt });
        }

        if (details.Progress.Length > 0)
        {
            Change(id, record => record with { Progress = details.Progress, ProgressVersion = record.ProgressVersion + 1 });
        }
    }

    private void Change(Guid id, Func<TaskRecord, TaskRecord> change)
    {
        if (LivingRecord(id) is { } record)
        {
            record.Value = change(record.Value);
        }
    }
}
