namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Applies starts, ends and their consequences to one canvas in one atomic step. Ends that follow from other ends are queued instead of
/// handled recursively, so that long chains and deep groups do not need a deep stack.
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

    /// <summary>Applies the end of a task. A report is ignored if the task was not started or has already ended.</summary>
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

        // The task was dispatched, because it has ended. A relay that has already taken this delivery may dispatch the task again without
        // effect.
        Remove(node.Dispatch);
        node.Dispatch = null;
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
    /// Records the cancellation of a task that is in progress. For a task that is still to be dispatched, its start delivery becomes a
    /// cancel delivery when it is taken or confirmed.
    /// </summary>
    public void Cancel(StoredCanvasNode node)
    {
        if (node is { IsUnderWay: true, Dispatch: null, Cancel: null })
        {
            deliveries.Add(node.Cancel = new OutgoingCancel(canvas, node), now);
        }
    }

    /// <summary>Performs a page of work and removes the work if it is complete.</summary>
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
