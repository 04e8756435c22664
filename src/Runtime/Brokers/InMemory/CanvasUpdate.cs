namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Applies the starts and ends of nodes, with all their consequences, to one canvas in one atomic step. Ends that follow from other ends
/// are queued instead of being handled recursively, so that long chains and deeply nested groups do not overflow the stack.
/// </summary>
internal sealed class CanvasUpdate(StoredCanvas canvas, DeliveryLine deliveries, DateTimeOffset now)
{
    private readonly Queue<(StoredCanvasNode Node, NodeOutcome Outcome)> _ends = new();

    /// <summary>Starts a node, unless it has started or the canvas is canceled.</summary>
    public void Start(int index, ReadOnlyMemory<byte>? input)
    {
        var node = canvas.Node(index);
        if (canvas.IsCanceled || node.IsStarted)
        {
            return;
        }

        node.IsStarted = true;
        node.Input = input;
        if (node.Plan.Kind == CanvasNodeKind.Task)
        {
            canvas.Live++;
            deliveries.Add(node.Dispatch = new OutgoingStart(canvas, node), now);
        }
        else if (node.Plan.Members.Count > 0)
        {
            Begin(new GroupStartWork(canvas, node));
        }
        else
        {
            _ends.Enqueue((node, node.Conclude()));
        }
    }

    /// <summary>Applies a report that a task has ended. The report is ignored if the task was not started or has already ended.</summary>
    public void End(CanvasReport report)
    {
        if (canvas.Find(report.Node) is not { IsUnderWay: true } node)
        {
            return;
        }

        canvas.Live--;
        if (canvas.IsCanceled)
        {
            node.IsEnded = true;
            Remove(node.Cancel);
            node.Cancel = null;
            return;
        }

        // The task has ended, so it was dispatched and the start delivery is no longer needed. If a canvas relay has already received this
        // delivery, it dispatches the task again, which has no effect.
        Remove(node.Dispatch);
        node.Dispatch = null;
        if (CanvasCounts.Counts(node.Plan, index => canvas.Node(index).Plan))
        {
            canvas.Counts = canvas.Counts.After(report.State);
        }

        _ends.Enqueue((node, new NodeOutcome(report.State, report.Value.ToArray())));
    }

    /// <summary>Marks the canvas as canceled and begins to cancel its tasks.</summary>
    public void CancelAll(string? reason)
    {
        canvas.IsCanceled = true;
        canvas.CancelReason = reason;
        Begin(new CancelWork(canvas));
    }

    /// <summary>
    /// Records a cancel delivery for a task that is in progress. If the task has not been dispatched yet, its start delivery is replaced
    /// with a cancel delivery when the start delivery is taken or confirmed.
    /// </summary>
    public void Cancel(StoredCanvasNode node)
    {
        if (node is { IsUnderWay: true, Dispatch: null, Cancel: null })
        {
            deliveries.Add(node.Cancel = new OutgoingCancel(canvas, node), now);
        }
    }

    /// <summary>Performs a limited part of the work, and removes the work when it is complete.</summary>
    public void DoPage(CanvasWork work)
    {
        if (work.DoPage(this))
        {
            deliveries.Postpone(work, now);
        }
        else
        {
            deliveries.Remove(work);
            canvas.Live--;
        }
    }

    /// <summary>Applies all ends that follow from the changes made so far.</summary>
    public void Finish()
    {
        while (_ends.TryDequeue(out var end))
        {
            End(end.Node, end.Outcome);
        }
    }

    private void End(StoredCanvasNode node, NodeOutcome outcome)
    {
        var plan = node.Plan;
        node.IsEnded = true;
        node.IsSuccess = outcome.IsSuccess;
        if (outcome.IsSuccess && plan.Next != CanvasNode.None)
        {
            Start(plan.Next, node.PassedOn(outcome.Value));
            return;
        }

        Settle(plan, outcome);
        if (!outcome.IsSuccess && plan.Scope != CanvasNode.None)
        {
            var walk = new ErrorScopeWork(canvas, plan.Scope, outcome.Value);
            if (walk.DoPage(this))
            {
                Begin(walk);
            }
        }
    }

    private void Settle(CanvasNode plan, NodeOutcome outcome)
    {
        if (plan.Parent == CanvasNode.Whole)
        {
            canvas.Outcome ??= outcome;
        }
        else if (plan.Parent != CanvasNode.Nobody)
        {
            var group = canvas.Node(plan.Parent);
            if (group.Settle(plan.Position, outcome))
            {
                _ends.Enqueue((group, group.Conclude()));
            }
        }
    }

    private void Remove(StoredDelivery? delivery)
    {
        if (delivery is not null)
        {
            deliveries.Remove(delivery);
        }
    }

    private void Begin(CanvasWork work)
    {
        canvas.Live++;
        deliveries.Add(work, now);
    }
}
