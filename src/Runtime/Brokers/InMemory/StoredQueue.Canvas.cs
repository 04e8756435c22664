namespace TaskGen.Brokers.InMemory;

/// <content>Canvases, and what is to be brought to other queues.</content>
internal sealed partial class StoredQueue
{
    private readonly ExpiringMap<Guid, StoredCanvas> _canvases = new();
    private readonly DeliveryLine _deliveries = new();

    // Which task stands for a dispatch whose end is told, by the id that it was dispatched under. One that comes again finds the same task
    // for ten minutes, even if by then the record is past its TTL or the idempotency key that it joined by answers no more.
    private readonly ExpiringMap<Guid, TaskClaim> _dispatches = new();

    public void StoreCanvas(Guid id, IReadOnlyList<CanvasNode> page)
    {
        using var step = new QueueStep(this);
        var canvas = _canvases.Find(id, step.Now);
        if (canvas is { IsCommitted: true } || _records.Find(id, step.Now) is not null)
        {
            // A late repeat.
            return;
        }

        if (canvas is null)
        {
            canvas = new StoredCanvas(id);
            _canvases.Set(id, canvas);
        }

        foreach (var node in page)
        {
            canvas.Add(node);
        }

        _canvases.DropAt(id, canvas, BrokerTime.Add(step.Now, CanvasRules.Memory));
        SweepTtl(step.Now, page.Count);
    }

    public bool CommitCanvas(Guid id, CanvasCommit commit)
    {
        using var step = new QueueStep(this);
        if (_records.Find(id, step.Now) is not null)
        {
            return true;
        }

        if (_canvases.Find(id, step.Now) is not { IsCommitted: false } canvas || !canvas.IsComplete(commit.Nodes))
        {
            return false;
        }

        canvas.IsCommitted = true;
        canvas.DropAt = null;
        canvas.RecordTtl = commit.RecordTtl;
        _records.Set(id, new StoredRecord(WholeOf(id, commit, step.Now), commit.RecordTtl));
        var first = new CanvasUpdate(canvas, _deliveries, step.Now);
        first.Start(commit.Entry, input: null);
        Finish(canvas, first, step.Now);
        return true;
    }

    public void AdvanceCanvases(IReadOnlyList<CanvasReport> reports)
    {
        using var step = new QueueStep(this);
        foreach (var report in reports)
        {
            if (FindCommitted(report.Canvas, step.Now) is { } canvas)
            {
                var next = new CanvasUpdate(canvas, _deliveries, step.Now);
                next.End(report);
                Finish(canvas, next, step.Now);
            }
        }
    }

    public CanvasMembers? ReadMembers(Guid id, int group, int from)
    {
        using var step = new QueueStep(this);
        if (FindCommitted(id, step.Now)?.Find(group) is not { IsSuccess: true, Plan: { Kind: CanvasNodeKind.Group } plan } node)
        {
            return null;
        }

        var values = new List<ReadOnlyMemory<byte>>();
        long bytes = 0;
        for (var position = from; position < plan.Members.Count && values.Count < CanvasRules.MaxMembersPerPage; position++)
        {
            var value = node.ValueAt(position);
            bytes += value.Length;
            if (values.Count > 0 && bytes > CanvasRules.MaxPageBytes)
            {
                break;
            }

            values.Add(value);
        }

        return new CanvasMembers(plan.Members.Count, values);
    }

    public (int Canvases, int Deliveries) CountCanvases()
    {
        using var step = new QueueStep(this);
        _canvases.Sweep(step.Now, int.MaxValue);
        return (_canvases.Count, _deliveries.Count);
    }

    /// <summary>A canvas that runs, or that has ended and whose members can still be read.</summary>
    private StoredCanvas? FindCommitted(Guid id, DateTimeOffset now) =>
        _canvases.Find(id, now) is { IsCommitted: true } canvas ? canvas : null;

    private static TaskRecord WholeOf(Guid id, CanvasCommit commit, DateTimeOffset now) => new()
    {
        Id = id,
        Name = commit.Name,
        State = TaskState.Running,
        MaxAttempts = 1,
        EnqueuedAt = now,
        StartedAt = now,
    };

    /// <summary>
    /// The whole, where the id is that of a canvas that runs: what is under way is canceled, and nothing of it starts any more.
    /// </summary>
    private bool TryCancelCanvas(Guid id, string? reason, DateTimeOffset now)
    {
        if (FindCommitted(id, now) is not { } canvas || _records.FindLive(id) is not { } record)
        {
            return false;
        }

        EndRecord(record, record.Value with { State = TaskState.Canceled, Reason = reason }, now);
        var sweep = new CanvasUpdate(canvas, _deliveries, now);
        sweep.CancelAll(reason);
        Finish(canvas, sweep, now);
        return true;
    }

    /// <summary>Does all that follows from what a step has begun, up to the end of the whole and of what was kept for it.</summary>
    private void Finish(StoredCanvas canvas, CanvasUpdate next, DateTimeOffset now)
    {
        next.Finish();
        if (canvas.Outcome is { } outcome && _records.FindLive(canvas.Id) is { } record)
        {
            EndRecord(
                record,
                record.Value with
                {
                    State = outcome.State,
                    Result = outcome.IsSuccess ? outcome.Value : default,
                    Failure = outcome.IsSuccess ? default : outcome.Value,
                },
                now);
        }

        if (!canvas.IsIdle || canvas.DropAt is not null)
        {
            return;
        }

        _deliveries.RemoveAllOf(canvas);
        if (canvas.KeepsMembers)
        {
            _canvases.DropAt(canvas.Id, canvas, BrokerTime.Add(now, canvas.RecordTtl));
        }
        else
        {
            _canvases.Remove(canvas.Id);
        }
    }
}
