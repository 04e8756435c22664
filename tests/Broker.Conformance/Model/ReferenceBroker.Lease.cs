using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <content>How tasks come in and are leased.</content>
internal sealed partial class ReferenceBroker
{
    public BatchLimit LargestBatch(bool hasRecord) => new(1000, long.MaxValue);

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
        foreach (var sent in batch.Tasks)
        {
            if (Find(sent.Id) is not null || Record(sent.Id) is not null)
            {
                Follow(sent.Id, sent.Follow, now);
                outcomes.Add(new EnqueueOutcome(sent.Id, false));
                continue;
            }

            if (sent.Follow is not null && _joins.Any(join => join.Id == sent.Id))
            {
                var owner = _joins.First(join => join.Id == sent.Id).Owner;
                Follow(owner, sent.Follow, now);
                outcomes.Add(new EnqueueOutcome(owner, true));
                continue;
            }

            if (sent.IdempotencyKey is { } expiring && _keys.TryGetValue(expiring, out var expired)
                && Expiring().FirstOrDefault(waiting => waiting.Id == expired.Owner && IsOver(waiting, now)) is { } over)
            {
                End(over, TaskState.Expired, new SettlementDetails(), now);
                Tick();
            }

            if (sent.IdempotencyKey is { } key && _keys.TryGetValue(key, out var claim))
            {
                if (sent.Follow is not null)
                {
                    _joins.Add((sent.Id, claim.Owner, now + TimeSpan.FromMinutes(10)));
                    Follow(claim.Owner, sent.Follow, now);
                }

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
                Flags = task.Header.Flags | (sent.AtFront ? EnvelopeFlags.IsChild : EnvelopeFlags.None),
                ExpiresAtMs = sent.ExpiresAfter is { } after ? (now + after).ToUnixTimeMilliseconds() : 0,
            };
            while (Pending.Any(other => other.IsGhost && other.Key == task.Key))
            {
                task.Header = task.Header with { Fence = task.Header.Fence + 1 };
            }

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
                Follow(sent.Id, sent.Follow, now);
            }

            Wait(task, dueAt, atFront: false);
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
        var recorded = _deliveries.Count;
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
        var run = request.ChildRun;
        while (taken.Count < request.MaxTasks && Next(run >= request.MaxChildRun) is { } task)
        {
            var isOfUse = !task.IsMalformed && !task.IsGhost && !task.CancelRequested;
            if (isOfUse && taken.Count > 0 && bytes + task.Envelope.Length > request.MaxBytes)
            {
                break;
            }

            var wasChild = _children.Remove(task);
            _pending.Remove(task);
            if (task.IsMalformed)
            {
                Bury(task, DeadLetterReasons.Malformed, default, now);
            }

            if (!isOfUse)
            {
                // Nobody could find it while it waited, and it is nobody's turn.
                continue;
            }

            run = wasChild ? run + 1 : 0;
            bytes += task.Envelope.Length;
            task.Holder = holder;
            holder.Held.Add(task);
            taken.Add(Copy(task));
            if (IsOver(task, now))
            {
                FreeKey(task.Id);
            }
        }

        return ValueTask.FromResult(new LeaseReply(LeaseStatus.Ok, now, taken, settled, started, _deliveries.Count > recorded));
    }

    /// <summary>The next of the highest priority: an ordinary one or a child, and the other kind where that has none.</summary>
    private ReferenceTask? Next(bool ordinaryFirst)
    {
        foreach (var priority in new[] { TaskPriority.High, TaskPriority.Normal, TaskPriority.Low })
        {
            var (ordinary, child) = (_pending.Find(task => task.Priority == priority), _children.Find(task => task.Priority == priority));
            if ((ordinaryFirst ? ordinary ?? child : child ?? ordinary) is { } next)
            {
                return next;
            }
        }

        return null;
    }
}
