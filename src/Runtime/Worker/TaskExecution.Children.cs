namespace TaskGen;

/// <content>The tasks that the handler dispatches: who cancels the task means them too.</content>
internal sealed partial class TaskExecution
{
    private readonly List<TaskId> _children = [];

    /// <summary>Notes what the handler has dispatched: who cancels the task means its children too.</summary>
    public void AddChildren(IReadOnlyList<TaskId> children)
    {
        lock (_lock)
        {
            if (_stopReason != StopReason.Canceled)
            {
                _children.AddRange(children);
                return;
            }
        }

        // The handler goes on though it was canceled; what it begins now does not.
        _ = CancelAsync(children);
    }

    private TaskId[] TakeChildren()
    {
        TaskId[] children = [.. _children];
        _children.Clear();
        return children;
    }

    private async Task CancelAsync(IReadOnlyList<TaskId> children)
    {
        // Stop is called on the thread that keeps the leases.
        await Task.Yield();
        try
        {
            foreach (var child in children)
            {
                await _services.Canceler.CancelAsync(child, Redact(_cancelReason), CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            LogMessages.ChildrenNotCanceled(_services.Logger, Name, Id, Redact(exception));
        }
    }
}
