namespace TaskGen.Worker;

/// <summary>
/// Ensures that tasks that become a dead letter at their next worker crash run one at a time, across all queues of this worker, so that a
/// crash is attributed to the right task. Tasks to which an earlier worker crash is attributed are called suspects.
/// </summary>
internal sealed class SuspectGate(WorkerOptions options)
{
    private readonly SemaphoreSlim _free = new(1);
    private TaskExecution? _inside;

    /// <summary>
    /// If the task becomes a dead letter at its next crash, waits until no other such task is running. For all other tasks, the method
    /// returns immediately.
    /// </summary>
    /// <param name="execution">The execution of the task. If it has ended when the method returns, it does not occupy the gate.</param>
    /// <param name="crashes">The number of worker crashes that are attributed to the task.</param>
    public async Task EnterAsync(TaskExecution execution, int crashes)
    {
        if (crashes < options.MaxCrashes - 1)
        {
            return;
        }

        await _free.WaitAsync().ConfigureAwait(true);
        Volatile.Write(ref _inside, execution);
        if (execution.HasEnded)
        {
            // The task's lease was lost during the wait, and no other code calls Leave for this execution.
            Leave(execution);
        }
    }

    /// <summary>
    /// Releases the gate, so that the next suspect can start. The call has no effect if the execution does not occupy the gate.
    /// </summary>
    /// <remarks>The method is called at the end of every execution, so it writes to memory only if necessary.</remarks>
    public void Leave(TaskExecution execution)
    {
        if (Volatile.Read(ref _inside) == execution && Interlocked.CompareExchange(ref _inside, null, execution) == execution)
        {
            _free.Release();
        }
    }
}
