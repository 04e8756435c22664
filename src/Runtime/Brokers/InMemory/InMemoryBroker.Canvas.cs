namespace TaskGen.Brokers.InMemory;

/// <content>Contains the operations on canvases and deliveries.</content>
internal sealed partial class InMemoryBroker
{
    public ValueTask StoreCanvasAsync(string queue, Guid canvas, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CanvasRules.Check(page);
        _queues.Get(queue).StoreCanvas(canvas, page);
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> CommitCanvasAsync(string queue, Guid canvas, CanvasCommit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CanvasRules.Check(commit);
        return ValueTask.FromResult(_queues.Find(queue)?.CommitCanvas(canvas, commit) ?? false);
    }

    public ValueTask AdvanceCanvasAsync(string queue, IReadOnlyList<CanvasReport> reports, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CanvasRules.Check(reports);
        _queues.Find(queue)?.AdvanceCanvases(reports);
        return ValueTask.CompletedTask;
    }

    public ValueTask<DeliveryReply> DeliverAsync(string queue, DeliveryRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CanvasRules.Check(request);
        return ValueTask.FromResult(_queues.Find(queue)?.Deliver(request) ?? new DeliveryReply([], More: false));
    }

    public ValueTask<CanvasMembers?> ReadMembersAsync(string queue, Guid canvas, int group, int from, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        return ValueTask.FromResult(_queues.Find(queue)?.ReadMembers(canvas, group, from));
    }
}
