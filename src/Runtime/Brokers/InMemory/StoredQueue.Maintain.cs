namespace TaskGen.Brokers.InMemory;

/// <content>Contains the periodic maintenance, which handles a limited number of items per call.</content>
internal sealed partial class StoredQueue
{
    private ISwept[] Swept => field ??= [_records, _keys, _producers, _holders, _canvases, _dispatches];

    public MaintenanceReply Maintain(MaintenanceRequest request)
    {
        using var step = new QueueStep(this);
        _holders.DeclareDead(step.Now);
        var merging = MergeChildren(request.PageSize);
        _deadLetters.Sweep(step.Now, request.PageSize);
        var (recovered, poisoned) = Recover(request, step.Now);
        var promoted = Promote(request.PageSize, step.Now);
        var expired = Expire(request.PageSize, step.Now);
        SweepTtl(step.Now, request.PageSize);
        return new MaintenanceReply(
            step.Now,
            NextDue,
            promoted,
            recovered,
            poisoned,
            expired,
            _deadLetters.TakeDropped(),
            merging || IsAnythingDue(step.Now),
            WorkWaits: !IsEmpty,
            DeliveriesWait: _deliveries.FirstDue(step.Now) is not null);
    }

    /// <summary>Moves child tasks to the ordinary tasks if no worker is registered. Returns whether more must be moved.</summary>
    private bool MergeChildren(int max) => !_holders.AnyLiving && _pending.MergeChildren(max);

    private (int Recovered, int Poisoned) Recover(MaintenanceRequest request, DateTimeOffset now)
    {
        var (recovered, poisoned) = (0, 0);
        for (var count = 0; count < request.PageSize && _holders.FirstOrphan() is { } task; count++)
        {
            var crashes = CrashesAfter(task);
            Release(task);
            if (task.CancelRequested)
            {
                PutBack(task, SettlementKind.HandBack, SettlementDetails.None, now);
                continue;
            }

            task.Rewrite(task.Header with { Crashes = crashes });
            if (crashes >= request.MaxCrashes)
            {
                poisoned++;
                End(task, TaskState.Failed, new SettlementDetails { Reason = DeadLetterReasons.Poison }, now);
            }
            else
            {
                recovered++;
                PutBack(task, SettlementKind.HandBack, SettlementDetails.None, now);
            }
        }

        return (recovered, poisoned);
    }

    /// <summary>
    /// Returns the new crash count of a task whose worker was declared dead. The first crash is counted for the task even if it had not
    /// started. A further crash is counted only if the worker had marked the task as started.
    /// </summary>
    private static byte CrashesAfter(StoredTask task) => task.Header.Crashes switch
    {
        0 => 1,
        byte.MaxValue => byte.MaxValue,
        var crashes => (byte)(task.Started ? crashes + 1 : crashes),
    };

    private int Promote(int max, DateTimeOffset now)
    {
        var promoted = 0;
        for (; promoted < max && _delayed.AnyDue(now); promoted++)
        {
            var task = _delayed.First();
            StopWaiting(task);
            Wait(task, null, atFront: false, now);
            if (_records.FindLive(task.Id) is { } record)
            {
                record.Value = record.Value with { State = TaskState.Pending, DueAt = null };
            }
        }

        return promoted;
    }

    private int Expire(int max, DateTimeOffset now)
    {
        var expired = 0;
        for (; expired < max && _deadlines.AnyDue(now); expired++)
        {
            var task = _deadlines.First();
            StopWaiting(task);
            End(task, TaskState.Expired, SettlementDetails.None, now);
        }

        return expired;
    }

    private void SweepTtl(DateTimeOffset now, int max)
    {
        foreach (var entries in Swept)
        {
            entries.Sweep(now, max);
        }
    }

    private bool IsAnythingDue(DateTimeOffset now) =>
        _holders.FirstOrphan() is not null
        || _delayed.AnyDue(now)
        || _deadlines.AnyDue(now)
        || _deadLetters.AnyDue(now)
        || Array.Exists(Swept, entries => entries.AnyDue(now));
}
