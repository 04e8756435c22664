namespace TaskGen.Brokers.InMemory;

/// <content>Contains the operations on deliveries to other queues, and on reports about ended tasks of canvases.</content>
internal sealed partial class StoredQueue
{
    public DeliveryReply Deliver(DeliveryRequest request)
    {
        using var step = new QueueStep(this);
        foreach (var key in request.Done)
        {
            if (_deliveries.Find(key) is OutgoingDelivery done)
            {
                Remove(done, step.Now);
            }
        }

        var taken = new List<Delivery>();
        long bytes = 0;
        var hasWorked = false;
        while (taken.Count < request.Max && _deliveries.FirstDue(step.Now) is { } delivery)
        {
            if (delivery is CanvasWork work)
            {
                if (hasWorked)
                {
                    break;
                }

                hasWorked = true;
                var page = new CanvasUpdate(work.Canvas, _deliveries, step.Now);
                page.DoPage(work);
                Finish(work.Canvas, page, step.Now);
                continue;
            }

            if (delivery is OutgoingStart { Canvas.IsCanceled: true } start)
            {
                CancelInstead(start, step.Now);
                continue;
            }

            var outgoing = (OutgoingDelivery)delivery;
            bytes += outgoing.Bytes;
            if (taken.Count > 0 && bytes > CanvasRules.MaxPageBytes)
            {
                break;
            }

            _deliveries.Postpone(outgoing, BrokerTime.Add(step.Now, CanvasRules.TakenFor));
            taken.Add(outgoing.ToDelivery());
        }

        return new DeliveryReply(taken, More: _deliveries.FirstDue(step.Now) is not null);
    }

    private void Remove(OutgoingDelivery done, DateTimeOffset now)
    {
        if (done is OutgoingStart { Canvas.IsCanceled: true } start)
        {
            // The task might have been dispatched after its canvas was canceled.
            CancelInstead(start, now);
            return;
        }

        _deliveries.Remove(done);
        switch (done)
        {
            case OutgoingStart dispatched:
                dispatched.Node.Dispatch = null;
                break;
            case OutgoingCancel canceled:
                canceled.Node.Cancel = null;
                break;
        }
    }

    private void CancelInstead(OutgoingStart start, DateTimeOffset now)
    {
        _deliveries.Remove(start);
        start.Node.Dispatch = null;
        if (start.Node.Cancel is null)
        {
            _deliveries.Add(start.Node.Cancel = new OutgoingCancel(start.Canvas, start.Node), now);
        }
    }

    /// <summary>
    /// Adds a canvas node to which the end of a task is reported. If the task has already ended, the report is recorded immediately. The
    /// end is reported only once to each node.
    /// </summary>
    private void Follow(Guid id, CanvasPointer? node, DateTimeOffset now)
    {
        if (node is { } pointer && _records.Find(id, now) is { } record && record.Follow(pointer) && record.DropAt is not null)
        {
            _deliveries.Add(new OutgoingReport(pointer, record.Value), now);
        }
    }
}
