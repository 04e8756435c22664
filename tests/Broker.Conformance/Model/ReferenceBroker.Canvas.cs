using TaskGen;
using TaskGen.Brokers;
using TaskGen.Primitives;

namespace Broker.Conformance;

/// <content>Canvases. What the contract does page by page between other steps is done here in one go, whenever somebody asks for
/// deliveries.</content>
internal sealed partial class ReferenceBroker
{
    private readonly List<ReferenceCanvas> _canvases = [];
    private readonly List<ReferenceDelivery> _deliveries = [];
    private readonly List<(Guid Id, Guid Owner, DateTimeOffset DropAt)> _joins = [];

    public ValueTask StoreCanvasAsync(string queue, Guid canvas, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken)
    {
        var now = Tick();
        if (Record(canvas) is null && Canvas(canvas) is not { Commit: not null })
        {
            var stored = Canvas(canvas);
            if (stored is null)
            {
                _canvases.Add(stored = new ReferenceCanvas { Id = canvas });
            }

            page.ToList().ForEach(node => stored.Nodes[node.Index] = node);
            stored.DropAt = now + TimeSpan.FromMinutes(10);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> CommitCanvasAsync(string queue, Guid canvas, CanvasCommit commit, CancellationToken cancellationToken)
    {
        var now = Tick();
        if (Record(canvas) is not null)
        {
            return ValueTask.FromResult(true);
        }

        if (Canvas(canvas) is not { Commit: null } stored || stored.Nodes.Count < commit.Nodes)
        {
            return ValueTask.FromResult(false);
        }

        stored.Commit = commit;
        stored.DropAt = null;
        _records.Add(new ReferenceRecord
        {
            Sent = Samples.Recorded(canvas) with { Name = commit.Name, RecordTtl = commit.RecordTtl },
            Value = new TaskRecord
            {
                Id = canvas,
                Name = commit.Name,
                State = TaskState.Running,
                MaxAttempts = 1,
                EnqueuedAt = now,
                StartedAt = now,
            },
        });
        Start(stored, commit.Entry, null, now);
        DropIfIdle(stored, now);
        return ValueTask.FromResult(true);
    }

    public ValueTask AdvanceCanvasAsync(string queue, IReadOnlyList<CanvasReport> reports, CancellationToken cancellationToken)
    {
        var now = Tick();
        foreach (var report in reports)
        {
            if (Canvas(report.Canvas) is not { Commit: not null } canvas || !canvas.IsUnderWay(report.Node))
            {
                continue;
            }

            canvas.Ended.Add(report.Node);
            if (!canvas.IsCanceled)
            {
                _deliveries.RemoveAll(
                    delivery => delivery.Kind == typeof(StartDelivery) && delivery.Canvas == canvas && delivery.Node.Node == report.Node);
                Ended(canvas, canvas.Nodes[report.Node], report.State, report.Value.ToArray(), now);
            }

            DropIfIdle(canvas, now);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<DeliveryReply> DeliverAsync(string queue, DeliveryRequest request, CancellationToken cancellationToken)
    {
        var now = Tick();
        foreach (var done in _deliveries.Where(delivery => request.Done.Any(key => key.Span.SequenceEqual(delivery.Key))).ToList())
        {
            _deliveries.Remove(done);
            if (done.Kind == typeof(StartDelivery) && done.Canvas!.IsCanceled)
            {
                Cancel(done.Canvas, done.Node.Node, now);
            }
        }

        foreach (var canvas in _canvases.Where(canvas => canvas.Commit is not null).ToList())
        {
            Work(canvas, now);
            DropIfIdle(canvas, now);
        }

        foreach (var start in Due(now).Where(delivery => delivery is { Canvas.IsCanceled: true } && delivery.Kind == typeof(StartDelivery))
            .ToList())
        {
            _deliveries.Remove(start);
            Cancel(start.Canvas!, start.Node.Node, now);
        }

        var taken = Due(now).Take(request.Max).ToList();
        taken.ForEach(delivery => delivery.DueAt = now + TimeSpan.FromSeconds(5));
        return ValueTask.FromResult(new DeliveryReply([.. taken.Select(ToDelivery)], Due(now).Any()));

        IEnumerable<ReferenceDelivery> Due(DateTimeOffset time) => _deliveries.Where(delivery => delivery.DueAt <= time);
    }

    public ValueTask<CanvasMembers?> ReadMembersAsync(string queue, Guid canvas, int group, int from, CancellationToken cancellationToken)
    {
        Tick();
        if (Canvas(canvas) is not { Commit: not null } found
            || !found.Nodes.TryGetValue(group, out var node)
            || node.Kind != CanvasNodeKind.Group)
        {
            return ValueTask.FromResult<CanvasMembers?>(null);
        }

        var settled = Enumerable.Range(0, node.Members.Count)
            .Where(position => found.Settled.ContainsKey((group, position)))
            .Select(position => found.Settled[(group, position)])
            .ToList();
        var succeeded = found.Ended.Contains(group)
            && settled.Count == node.Members.Count
            && settled.All(member => member.State == TaskState.Succeeded);
        return ValueTask.FromResult(
            succeeded
                ? new CanvasMembers(settled.Count, [.. settled.Skip(from).Take(500).Select(member => (ReadOnlyMemory<byte>)member.Value)])
                : null);
    }

    /// <summary>Whether a start or a cancel of a node still makes a difference: a broker may give out others.</summary>
    public bool IsUnderWay(Guid canvas, int node) => Canvas(canvas)?.IsUnderWay(node) ?? false;

    public (int Canvases, int Deliveries) CountCanvases()
    {
        Tick();
        return (_canvases.Count, _deliveries.Count);
    }

    private ReferenceCanvas? Canvas(Guid id) => _canvases.Find(canvas => canvas.Id == id);

    private void Start(ReferenceCanvas canvas, int index, byte[]? input, DateTimeOffset now)
    {
        if (canvas.IsCanceled || !canvas.Started.Add(index))
        {
            return;
        }

        var node = canvas.Nodes[index];
        canvas.Inputs[index] = input;
        if (node.Kind == CanvasNodeKind.Task)
        {
            Record(typeof(StartDelivery), canvas, index, now);
        }
        else if (node.Members.Count == 0)
        {
            canvas.Ended.Add(index);
            Ended(canvas, node, TaskState.Succeeded, CanvasValue.OfGroup(index), now);
        }
        else
        {
            canvas.Spreads.Add(index);
        }
    }

    private void Ended(ReferenceCanvas canvas, CanvasNode node, TaskState state, byte[] value, DateTimeOffset now)
    {
        var succeeded = state == TaskState.Succeeded;
        if (succeeded && node.Next != CanvasNode.None)
        {
            Start(canvas, node.Next, node.PassesValue ? value : null, now);
            return;
        }

        if (node.Parent == CanvasNode.Whole)
        {
            canvas.Outcome = (state, value);
            EndWhole(
                canvas,
                record => record with { State = state, Result = succeeded ? value : default, Failure = succeeded ? default : value },
                now);
        }
        else if (node.Parent >= 0 && canvas.Settled.TryAdd((node.Parent, node.Position), (state, value)))
        {
            var group = canvas.Nodes[node.Parent];
            var members = canvas.Settled
                .Where(entry => entry.Key.Group == group.Index)
                .OrderBy(entry => entry.Key.Position)
                .Select(entry => entry.Value)
                .ToList();
            if (members.Count == group.Members.Count)
            {
                var failed = members.FindIndex(member => member.State != TaskState.Succeeded);
                canvas.Ended.Add(group.Index);
                Ended(
                    canvas,
                    group,
                    failed < 0 ? TaskState.Succeeded : members[failed].State,
                    failed < 0 ? CanvasValue.OfGroup(group.Index) : members[failed].Value,
                    now);
            }
        }

        for (var scope = succeeded ? CanvasNode.None : node.Scope; scope != CanvasNode.None; scope = canvas.Nodes[scope].Scope)
        {
            Start(canvas, canvas.Nodes[scope].Next, canvas.Nodes[scope].PassesValue ? value : null, now);
        }
    }

    private void Work(ReferenceCanvas canvas, DateTimeOffset now)
    {
        while (canvas.Spreads.Count > 0)
        {
            var group = canvas.Nodes[canvas.Spreads[0]];
            canvas.Spreads.RemoveAt(0);
            group.Members.ToList().ForEach(member => Start(canvas, member, null, now));
        }

        if (canvas.SweepWaits)
        {
            canvas.SweepWaits = false;
            canvas.Nodes.Keys
                .Where(node => canvas.IsUnderWay(node) && !IsRecorded(typeof(StartDelivery), canvas, node))
                .ToList()
                .ForEach(node => Cancel(canvas, node, now));
        }
    }

    private bool TryCancelCanvas(Guid id, string? reason, DateTimeOffset now)
    {
        if (Canvas(id) is not { Commit: not null } canvas || LivingRecord(id) is null)
        {
            return false;
        }

        (canvas.IsCanceled, canvas.CancelReason, canvas.SweepWaits) = (true, reason, true);
        EndWhole(canvas, record => record with { State = TaskState.Canceled, Reason = reason }, now);
        return true;
    }

    private void EndWhole(ReferenceCanvas canvas, Func<TaskRecord, TaskRecord> end, DateTimeOffset now)
    {
        if (LivingRecord(canvas.Id) is { } record)
        {
            record.Value = end(record.Value) with { FinishedAt = now };
            record.DropAt = now + canvas.Commit!.RecordTtl;
        }
    }

    private void DropIfIdle(ReferenceCanvas canvas, DateTimeOffset now)
    {
        if (!canvas.IsIdle || canvas.DropAt is not null)
        {
            return;
        }

        _deliveries.RemoveAll(delivery => delivery.Canvas == canvas);
        var keepsMembers =
            !canvas.IsCanceled && canvas.Outcome is { State: TaskState.Succeeded } outcome && CanvasValue.IsGroup(outcome.Value, out _);
        canvas.DropAt = keepsMembers ? now + canvas.Commit!.RecordTtl : now;
        Tick();
    }

    private void Cancel(ReferenceCanvas canvas, int node, DateTimeOffset now)
    {
        if (!IsRecorded(typeof(CancelDelivery), canvas, node))
        {
            Record(typeof(CancelDelivery), canvas, node, now);
        }
    }

    private bool IsRecorded(Type kind, ReferenceCanvas canvas, int node) =>
        _deliveries.Any(delivery => delivery.Kind == kind && delivery.Canvas == canvas && delivery.Node.Node == node);

    private void Record(Type kind, ReferenceCanvas canvas, int node, DateTimeOffset now) =>
        _deliveries.Add(
            new ReferenceDelivery { Kind = kind, Canvas = canvas, Node = new CanvasPointer(ModelRun.Queue, canvas.Id, node), DueAt = now });

    private void Follow(Guid id, CanvasPointer? pointer, DateTimeOffset now)
    {
        if (pointer is not { } node || Record(id) is not { } record || record.Followers.Contains(node))
        {
            return;
        }

        record.Followers.Add(node);
        if (record.Value.State.IsEnd())
        {
            Report(record, node, now);
        }
    }

    private void Report(ReferenceRecord record, CanvasPointer node, DateTimeOffset now) =>
        _deliveries.Add(new ReferenceDelivery { Kind = typeof(ReportDelivery), Node = node, Ended = record.Value, DueAt = now });

    private static Delivery ToDelivery(ReferenceDelivery delivery)
    {
        var (key, index) = (delivery.Key, delivery.Node.Node);
        if (delivery.Canvas is not { } canvas)
        {
            return new ReportDelivery(key, delivery.Node, delivery.Ended!);
        }

        var task = canvas.Nodes[index].Task;
        return delivery.Kind == typeof(StartDelivery)
            ? new StartDelivery(key, canvas.Id, index, task, canvas.Inputs[index] is { } input ? input : default(ReadOnlyMemory<byte>?))
            : new CancelDelivery(key, canvas.Id, index, task, canvas.CancelReason);
    }
}
