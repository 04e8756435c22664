namespace TaskGen.Brokers;

/// <content>What is to be brought to other queues, and the ends that are told.</content>
internal sealed partial class InMemoryQueue
{
    public DeliveryReply Deliver(DeliveryRequest request)
    {
        using var step = new InMemoryStep(this);
        foreach (var key in request.Done)
        {
            if (_deliveries.Find(key) is InMemoryParcel done)
            {
                Remove(done, step.Now);
            }
        }

        var taken = new List<Delivery>();
        long bytes = 0;
        var hasWorked = false;
        while (taken.Count < request.Max && _deliveries.FirstDue(step.Now) is { } delivery)
        {
            if (delivery is InMemoryCanvasWork work)
            {
                if (hasWorked)
                {
                    break;
                }

                hasWorked = true;
                var page = new InMemoryCanvasStep(work.Canvas, _deliveries, step.Now);
                page.DoPage(work);
                Finish(work.Canvas, page, step.Now);
                continue;
            }

            if (delivery is InMemoryStart { Canvas.IsCanceled: true } start)
            {
                CancelInstead(start, step.Now);
                continue;
            }

            var parcel = (InMemoryParcel)delivery;
            bytes += parcel.Bytes;
            if (taken.Count > 0 && bytes > CanvasRules.MaxPageBytes)
            {
                break;
            }

            _deliveries.Postpone(parcel, BrokerTime.Add(step.Now, CanvasRules.TakenFor));
            taken.Add(parcel.ToDelivery());
        }

        return new DeliveryReply(taken, More: _deliveries.FirstDue(step.Now) is not null);
    }

    private void Remove(InMemoryParcel done, DateTimeOffset now)
    {
        if (done is InMemoryStart { Canvas.IsCanceled: true } start)
        {
            // Whoever says so may have dispatched it after the canvas was swept.
            CancelInstead(start, now);
            return;
        }

        _deliveries.Remove(done);
        switch (done)
        {
            case InMemoryStart dispatched:
                dispatched.Node.Dispatch = null;
                break;
            case InMemoryCancel canceled:
                canceled.Node.Cancel = null;
                break;
        }
    }

    private void CancelInstead(InMemoryStart start, DateTimeOffset now)
    {
        _deliveries.Remove(start);
        start.Node.Dispatch = null;
        if (start.Node.Cancel is null)
        {
            _deliveries.Add(start.Node.Cancel = new InMemoryCancel(start.Canvas, start.Node), now);
        }
    }

    /// <summary>Has the end of a task told to a node: when it comes, or at once where it has come. A node is told once.</summary>
    private void Follow(Guid id, CanvasPointer? node, DateTimeOffset now)
    {
        if (node is { } pointer && _records.Find(id, now) is { } record && record.Follow(pointer) && record.DropAt is not null)
        {
            _deliveries.Add(new InMemoryReport(pointer, record.Value), now);
        }
    }
}
