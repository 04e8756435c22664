using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>How the queue is kept in order. <see cref="MaintenanceReply.More"/> leaves out what only takes memory.</content>
internal sealed partial class ReferenceBroker
{
    public ValueTask<MaintenanceReply> MaintainAsync(string queue, MaintenanceRequest request, CancellationToken cancellationToken)
    {
        var now = Tick();
        foreach (var (worker, stoppedAt) in _stoppedHearts)
        {
            if (Living(worker) is { } holder
                && (stoppedAt > holder.JoinedAt ? stoppedAt : holder.JoinedAt) + holder.Lease is var diedAt
                && diedAt <= now)
            {
                holder.Gone = true;
                holder.DiedAt = diedAt;
                holder.FoundDead = _deaths;
            }
        }

        _deaths++;
        MergeChildren(request.PageSize);
        var old = Old(now).Take(request.PageSize).ToList();
        _deadLetters.RemoveAll(old.Contains);
        var (recovered, poisoned) = (0, 0);
        foreach (var task in Orphans().Take(request.PageSize).ToList())
        {
            var header = task.Header;
            var blamed = header.Crashes == 0 || task.Started;
            LetGo(task);
            if (task.CancelRequested)
            {
                End(task, TaskState.Canceled, new SettlementDetails { Reason = task.CancelReason }, now);
                continue;
            }

            task.Header = header with { Crashes = (byte)(header.Crashes + (blamed ? 1 : 0)) };
            if (task.Header.Crashes >= request.MaxCrashes)
            {
                poisoned++;
                End(task, TaskState.Failed, new SettlementDetails { Reason = "poison" }, now);
            }
            else
            {
                recovered++;
                PutBack(task, SettlementKind.HandBack, new SettlementDetails(), now);
            }
        }

        var promoted = Due(now).Take(request.PageSize).ToList();
        foreach (var task in promoted)
        {
            _delayed.Remove(task);
            Wait(task, null, atFront: false);
            Change(task.Id, record => record with { State = TaskState.Pending, DueAt = null });
        }

        var expired = Expiring().Where(task => IsOver(task, now)).Take(request.PageSize).ToList();
        foreach (var task in expired)
        {
            End(task, TaskState.Expired, new SettlementDetails(), now);
        }

        var dropped = _dropped + old.Count;
        _dropped = 0;
        var more = (_children.Any(task => !task.IsGhost) && !AnyLiving)
            || Orphans().Any()
            || Due(now).Any()
            || Old(now).Any()
            || Expiring().Any(task => IsOver(task, now));
        return ValueTask.FromResult(new MaintenanceReply(
            now,
            NextDue(),
            promoted.Count,
            recovered,
            poisoned,
            expired.Count,
            dropped,
            more,
            Pending.Any(task => !task.IsGhost),
            _deliveries.Any(
                delivery => delivery.DueAt <= now && (delivery.Canvas is null || delivery.Canvas.IsUnderWay(delivery.Node.Node)))));
    }

    /// <summary>Who died first comes first, and what was dispatched last.</summary>
    private IEnumerable<ReferenceTask> Orphans() =>
        _holders.Where(holder => holder.DiedAt is not null)
            .OrderBy(holder => holder.FoundDead)
            .ThenBy(holder => holder.DiedAt)
            .ThenBy(holder => holder.Worker.Value)
            .SelectMany(holder => holder.Held.OrderByDescending(task => task.Id));

    private IEnumerable<ReferenceTask> Due(DateTimeOffset now) =>
        _delayed.Where(task => task.DueAt <= now).OrderBy(task => task.DueAt).ThenBy(task => task.Id);

    private IEnumerable<ReferenceTask> Expiring() =>
        Pending.Concat(_delayed)
            .Where(task => !task.IsMalformed && !task.IsGhost && task.Header.ExpiresAtMs > 0 && LivingRecord(task.Id) is not null)
            .OrderBy(task => task.Header.ExpiresAtMs)
            .ThenBy(task => task.Id);

    private static bool IsOver(ReferenceTask task, DateTimeOffset now) =>
        task.Header.ExpiresAtMs > 0 && task.Header.ExpiresAtMs <= now.ToUnixTimeMilliseconds();

    private IEnumerable<DeadLetter> Old(DateTimeOffset now) => _deadLetters.Where(letter => letter.At + limits.DeadLetterRetention <= now);

    private DateTimeOffset? NextDue()
    {
        var times = _delayed.Select(task => task.DueAt!.Value)
            .Concat(Expiring().Select(task => DateTimeOffset.FromUnixTimeMilliseconds(task.Header.ExpiresAtMs)))
            .ToList();
        return times.Count == 0 ? null : times.Min();
    }
}
