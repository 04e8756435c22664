using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Stops the handler of one execution by canceling its token. If the task itself is canceled, the tasks that the handler has dispatched are
/// canceled too.
/// </summary>
internal sealed class ExecutionStop(WorkerServices services, TaskExecution execution)
{
    private readonly CancellationTokenSource _stop = new();

    public CancellationToken Token => _stop.Token;

    /// <summary>Cancels the token of the handler. A later reason replaces an earlier one only if it has precedence.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="cancelReason">The text of the caller that canceled the task.</param>
    public void Stop(StopReason reason, string? cancelReason)
    {
        if (!execution.State.TryStop(reason, cancelReason, out var children))
        {
            return;
        }

        // The callbacks of the token are user code. They run on the thread pool, so that they cannot block the heartbeat thread.
        _ = CancelTokenAsync();
        if (children.Count > 0)
        {
            _ = CancelAsync(children);
        }
    }

    /// <summary>
    /// Stops the handler because a resource lease was lost while the task is still held. The task returns to the front of its queue and
    /// starts again.
    /// </summary>
    public void LoseResource()
    {
        if (execution.State.TryLoseResource())
        {
            _ = CancelTokenAsync();
        }
    }

    /// <summary>Adds tasks that the handler has dispatched. They are canceled when the task is canceled.</summary>
    public void AddChildren(IReadOnlyList<TaskId> children)
    {
        if (!execution.State.TryAddChildren(children))
        {
            // The handler continues although it was canceled. The tasks that it dispatches now are canceled.
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
        // The caller may be the heartbeat thread, which must not wait for these calls.
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
