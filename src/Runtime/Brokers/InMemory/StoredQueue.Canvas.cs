namespace TaskGen.Brokers.InMemory;

/// <content>Contains the operations on canvases.</content>
internal sealed partial class StoredQueue
{
    private readonly ExpiringMap<Guid, StoredCanvas> _canvases = new();
    private readonly DeliveryLine _deliveries = new();

    // Maps the task id of a dispatch from a canvas to the task that was created or joined. For 10 minutes, a repeat of the dispatch finds
    // the same task, even if the task's record or idempotency key has expired in the meantime.
    private readonly ExpiringMap<Guid, TaskClaim> _dispatches = new();

    public void StoreCanvas(Guid id, IReadOnlyList<CanvasNode> page)
    {
        using var step = new QueueStep(this);
        var canvas = _canvases.Find(id, step.Now);
        if (canvas is { IsCommitted: true } || _records.Find(id, step.Now) is not null)
        {
            // The page is a late repeat, because the canvas is already committed.
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
        canvas.Counts = new CanvasCounts(commit.Members, Ended: 0, Failed: 0);
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

    /// <summary>Finds a canvas that is running, or that has ended and whose group results can still be read.</summary>
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
        Progress = new CanvasCounts(commit.Members, Ended: 0, Failed: 0).Write(),
        ProgressVersion = commit.Members == 0 ? 0 : 1,
    };

    /// <summary>
    /// Cancels a running canvas by its id. Its tasks that are in progress are canceled, and no further task of the canvas starts.
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

    /// <summary>Applies all consequences of the changes in a step, including the end of the canvas and the removal of its data.</summary>
    private void Finish(StoredCanvas canvas, CanvasUpdate next, DateTimeOffset now)
    {
        next.Finish();
        UpdateProgress(canvas);
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

    private void UpdateProgress(StoredCanvas canvas)
    {
        var progress = canvas.Counts.Write();
        if (_records.FindLive(canvas.Id) is { } record && !record.Value.Progress.Span.SequenceEqual(progress.Span))
        {
            record.Value = record.Value with { Progress = progress, ProgressVersion = record.Value.ProgressVersion + 1 };
            Tell(record);
        }
    }
}
