using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Stops the task method of one execution by canceling its token. If the task itself is canceled, its child tasks (the tasks that it has
/// dispatched) are also canceled.
/// </summary>
internal sealed class ExecutionStop(WorkerServices services, TaskExecution execution)
{
    private readonly CancellationTokenSource _stop = new();

    public CancellationToken Token => _stop.Token;

    /// <summary>Whether the task was canceled and its method can know it from the token.</summary>
    public bool IsCanceled => _stop.IsCancellationRequested && execution.State.IsCanceled;

    /// <summary>Cancels the task method's token. A later reason replaces an earlier one only if it has precedence.</summary>
    /// <param name="reason">The reason for stopping the execution.</param>
    /// <param name="cancelReason">The reason given by the caller that canceled the task; <see langword="null"/> if none was given.</param>
    public void Stop(StopReason reason, string? cancelReason)
    {
        if (!execution.State.TryStop(reason, cancelReason, out var children))
        {
            return;
        }

        // The callbacks that are registered with the token are user code. They run on the thread pool, so that they cannot block the
        // heartbeat thread.
        _ = CancelTokenAsync();
        if (children.Count > 0)
        {
            _ = CancelAsync(children);
        }
    }

    /// <summary>
    /// Stops the task method because a resource lease was lost while the worker still holds the task. The task is returned to the front of
    /// its queue and starts again.
    /// </summary>
    public void LoseResource()
    {
        if (execution.State.TryLoseResource())
        {
            _ = CancelTokenAsync();
        }
    }

    /// <summary>
    /// Adds child tasks (tasks that the task method has dispatched, and whose dispatch began before the token was canceled). They are
    /// canceled when the task is canceled.
    /// </summary>
    public void AddChildren(IReadOnlyList<TaskId> children)
    {
        if (!execution.State.TryAddChildren(children))
        {
            // The task was canceled during the dispatch.
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
        // The caller can be the heartbeat thread, which must not wait for these calls.
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
