namespace TaskGen.Brokers.InMemory;

/// <content>Contains the settlement of held tasks. A settled task ends or is returned to the queue.</content>
internal sealed partial class StoredQueue
{
    private bool[] Settle(TaskHolder holder, IReadOnlyList<Settlement> settlements, DateTimeOffset now)
    {
        var settled = new bool[settlements.Count];
        Stack<(StoredTask Task, SettlementDetails Details)>? handedBack = null;
        for (var index = 0; index < settled.Length; index++)
        {
            var settlement = settlements[index];
            if (FindHeld(holder, settlement.Key) is not { } task)
            {
                continue;
            }

            settled[index] = true;
            var details = settlement.Details ?? SettlementDetails.None;
            Release(task);
            if (EndOf(settlement.Kind) is { } end)
            {
                End(task, end, details, now);
            }
            else if (settlement.Kind == SettlementKind.HandBack)
            {
                (handedBack ??= new()).Push((task, details));
            }
            else
            {
                PutBack(task, settlement.Kind, details, now);
            }
        }

        // The tasks are returned from last to first, so that they keep their order at the front of the queue.
        while (handedBack is { Count: > 0 })
        {
            var (task, details) = handedBack.Pop();
            PutBack(task, SettlementKind.HandBack, details, now);
        }

        return settled;
    }

    /// <summary>
    /// Returns a task to the queue with a new fencing number. If its cancellation was requested while it was held, it ends as canceled
    /// instead.
    /// </summary>
    private void PutBack(StoredTask task, SettlementKind kind, SettlementDetails details, DateTimeOffset now)
    {
        if (task.CancelRequested)
        {
            End(task, TaskState.Canceled, details with { Reason = task.CancelReason }, now);
            return;
        }

        var header = task.Header;
        task.Rewrite(header with
        {
            Fence = unchecked(header.Fence + 1),
            Attempts = (ushort)Math.Min(ushort.MaxValue, header.Attempts + (kind == SettlementKind.Retry ? 1 : 0)),
            Deferrals = (byte)Math.Min(byte.MaxValue, header.Deferrals + (kind == SettlementKind.Defer ? 1 : 0)),
        });
        var handedBack = kind == SettlementKind.HandBack;
        DateTimeOffset? dueAt = handedBack || details.Delay <= TimeSpan.Zero ? null : BrokerTime.Add(now, details.Delay);
        if (_records.FindLive(task.Id) is { } record)
        {
            record.Value = WithDetails(record.Value, details) with
            {
                State = dueAt is null ? TaskState.Pending : kind == SettlementKind.Retry ? TaskState.Retrying : TaskState.Scheduled,
                DueAt = dueAt,
                Failure = kind == SettlementKind.Retry ? details.Failure.ToArray() : record.Value.Failure,
                Reason = handedBack ? record.Value.Reason : details.Reason,
            };
            if (!details.Progress.IsEmpty)
            {
                Tell(record);
            }
        }

        Wait(task, dueAt, handedBack, now);
    }

    /// <summary>
    /// Ends a task that has already been removed from its list (pending, delayed, or held). The same step removes the data of the task or
    /// sets its expiration time.
    /// </summary>
    private void End(StoredTask task, TaskState state, SettlementDetails details, DateTimeOffset now)
    {
        _tasks.Remove(task.Id);
        if (state == TaskState.Failed)
        {
            Bury(task, details.Reason ?? DeadLetterReasons.RetriesExhausted, details.Failure, now);
        }

        if (_records.FindLive(task.Id) is not { } record)
        {
            return;
        }

        var succeeded = state == TaskState.Succeeded;
        EndRecord(
            record,
            WithDetails(record.Value, details) with
            {
                State = state,
                DueAt = null,
                Result = succeeded ? details.Result.ToArray() : default,
                Failure = succeeded ? default : details.Failure.ToArray(),
                Reason = details.Reason ?? (state == TaskState.Canceled ? task.CancelReason : null),
            },
            now);
    }

    /// <summary>
    /// Stores the final state in the record of a task or a canvas. Watches are notified after the step. For each canvas node that waits for
    /// the end, the step records a delivery that reports it.
    /// </summary>
    private void EndRecord(StoredRecord record, TaskRecord ended, DateTimeOffset now)
    {
        record.Value = ended with { FinishedAt = now };
        SetTtl(record, ended.State == TaskState.Succeeded, now);
        Tell(record);
        foreach (var watch in record.Watches)
        {
            watch.Forget(this, ended.Id);
        }

        record.UnwatchAll();
        foreach (var node in record.Followers)
        {
            _deliveries.Add(new OutgoingReport(node, record.Value), now);
        }
    }

    private void SetTtl(StoredRecord record, bool succeeded, DateTimeOffset now)
    {
        var id = record.Value.Id;
        var ttl = record.RecordTtl;
        if (record.Key is { } key && _keys.FindLive(key) is { } claim && claim.Owner == id)
        {
            if (succeeded)
            {
                ttl = ttl > record.KeyTtl ? ttl : record.KeyTtl;
                _keys.DropAt(key, claim, BrokerTime.Add(now, record.KeyTtl));
            }
            else
            {
                _keys.Remove(key);
            }
        }

        _records.DropAt(id, record, BrokerTime.Add(now, ttl));
    }

    private void FreeKey(Guid id)
    {
        if (_records.FindLive(id)?.Key is { } key && _keys.FindLive(key)?.Owner == id)
        {
            _keys.Remove(key);
        }
    }

    private void Bury(StoredTask task, string reason, ReadOnlyMemory<byte> failure, DateTimeOffset now) =>
        _deadLetters.Add(new DeadLetter(task.Key, task.Envelope, reason, failure.ToArray(), now));

    private static TaskRecord WithDetails(TaskRecord record, SettlementDetails details)
    {
        var withDetails = record with
        {
            Attempt = details.Attempt > 0 ? details.Attempt : record.Attempt,
            StartedAt = details.StartedAt ?? record.StartedAt,
        };
        return details.Progress.IsEmpty
            ? withDetails
            : withDetails with { Progress = details.Progress.ToArray(), ProgressVersion = record.ProgressVersion + 1 };
    }

    private static TaskState? EndOf(SettlementKind kind) => kind switch
    {
        SettlementKind.Succeeded => TaskState.Succeeded,
        SettlementKind.Failed => TaskState.Failed,
        SettlementKind.Canceled => TaskState.Canceled,
        SettlementKind.Expired => TaskState.Expired,
        _ => null,
    };
}
