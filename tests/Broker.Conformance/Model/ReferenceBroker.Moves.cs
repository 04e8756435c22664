using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <content>How tasks move: back to waiting, and to their ends.</content>
internal sealed partial class ReferenceBroker
{
    private void Wait(ReferenceTask task, DateTimeOffset? dueAt, bool atFront)
    {
        task.DueAt = dueAt;
        if (dueAt is not null)
        {
            _delayed.Add(task);
        }
        else
        {
            var list = task.Header.Flags.HasFlag(EnvelopeFlags.IsChild) && AnyLiving ? _children : _pending;
            list.Insert(atFront ? 0 : list.Count, task);
        }
    }

    /// <summary>
    /// Where there is no worker, children wait with all others and before them, in their order: the last of them moves first.
    /// </summary>
    private void MergeChildren(int max)
    {
        if (AnyLiving)
        {
            return;
        }

        foreach (var task in _children.AsEnumerable().Reverse().OrderByDescending(task => task.Priority).Take(max).ToList())
        {
            _children.Remove(task);
            _pending.Insert(0, task);
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
        while (Pending.Any(other => other.IsGhost && other.Key == task.Key))
        {
            task.Header = task.Header with { Fence = task.Header.Fence + 1 };
        }

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
        if (rules.CancelsUnknownByRequest)
        {
            task.IsGhost = true;
        }
        else
        {
            _pending.Remove(task);
            _children.Remove(task);
        }

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
        record.Followers.ForEach(node => Report(record, node, now));
        record.DropAt = now + record.Sent.RecordTtl;
        if (record.Sent.IdempotencyKey is not { } key || !_keys.TryGetValue(key, out var claim) || claim.Owner != task.Id)
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

    private void FreeKey(Guid id)
    {
        if (LivingRecord(id)?.Sent.IdempotencyKey is { } key && _keys.TryGetValue(key, out var claim) && claim.Owner == id)
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
