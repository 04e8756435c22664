using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Tells the handler of one execution to stop: cancels its token, and the tasks that it has dispatched where the task itself is canceled.
/// </summary>
internal sealed class ExecutionStop(WorkerServices services, TaskExecution execution)
{
    private readonly CancellationTokenSource _stop = new();

    public CancellationToken Token => _stop.Token;

    /// <summary>Cancels the token. A later reason replaces an earlier one only where it is stronger.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="cancelReason">The text of whoever canceled the task.</param>
    public void Stop(StopReason reason, string? cancelReason)
    {
        if (!execution.State.TryStop(reason, cancelReason, out var children))
        {
            return;
        }

        // The callbacks of the token are the user's code: they run on the pool and not on the thread that keeps the leases.
        _ = CancelTokenAsync();
        if (children.Count > 0)
        {
            _ = CancelAsync(children);
        }
    }

    /// <summary>
    /// A resource lease is lost, but the task is still held: the handler must stop, and the task starts again from the front of its queue.
    /// </summary>
    public void LoseResource()
    {
        if (execution.State.TryLoseResource())
        {
            _ = CancelTokenAsync();
        }
    }

    /// <summary>Notes what the handler has dispatched: a cancel of the task cancels its children too.</summary>
    public void AddChildren(IReadOnlyList<TaskId> children)
    {
        if (!execution.State.TryAddChildren(children))
        {
            // The handler goes on though it was canceled; what it dispatches now does not.
            _ = CancelAsync(children);
        }
    }

    private async Task CancelTokenAsync()
    {
        try
        {
            await _stop.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogMessages.CallbackFailed(services.Logger, execution.Name, execution.Id, execution.Scope.Redact(exception));
        }
    }

    private async Task CancelAsync(IReadOnlyList<TaskId> children)
    {
        // Stop is called on the thread that keeps the leases.
        await Task.Yield();
        try
        {
            foreach (var child in children)
            {
                var reason = execution.Scope.Redact(execution.State.CancelReason);
                await services.Canceler.CancelAsync(child, reason, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            LogMessages.ChildrenNotCanceled(services.Logger, execution.Name, execution.Id, execution.Scope.Redact(exception));
        }
    }
}
