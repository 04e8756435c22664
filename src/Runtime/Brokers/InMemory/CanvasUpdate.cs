namespace TaskGen.Brokers.InMemory;

/// <summary>
/// What happens to one canvas in one atomic step: starts, ends, and what follows from them. Ends that follow from ends wait in a list of
/// their own, so a chain or a nest of any depth takes no depth of the stack.
/// </summary>
internal sealed class CanvasUpdate(StoredCanvas canvas, DeliveryLine deliveries, DateTimeOffset now)
{
    private readonly Queue<(StoredCanvasNode Node, NodeOutcome Outcome)> _ends = new();

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

    /// <summary>A task has ended, unless it had before or was never started.</summary>
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

        // It was dispatched, or it could not have ended. Whoever has it at hand may still send it: it is the same task again.
        Remove(node.Dispatch);
        node.Dispatch = null;
        _ends.Enqueue((node, new NodeOutcome(report.State, report.Value.ToArray())));
    }

    public void CancelAll(string? reason)
    {
        canvas.IsCanceled = true;
        canvas.CancelReason = reason;
        Begin(new CancelWork(canvas));
    }

    /// <summary>
    /// Has a task canceled that is under way. Where it is still to be dispatched, that turns into a cancel when it is taken or done.
    /// </summary>
    public void Cancel(StoredCanvasNode node)
    {
        if (node is { IsUnderWay: true, Dispatch: null, Cancel: null })
        {
            deliveries.Add(node.Cancel = new OutgoingCancel(canvas, node), now);
        }
    }

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

    /// <summary>Does all that follows.</summary>
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
