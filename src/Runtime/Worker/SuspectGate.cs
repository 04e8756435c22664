namespace TaskGen.Worker;

/// <summary>
/// Separates tasks that may have crashed a worker (suspects). Suspects that become a dead letter with their next crash run one at a time in
/// this worker, over all of its queues, so that a crash is counted against the right task.
/// </summary>
internal sealed class SuspectGate(WorkerOptions options)
{
    private readonly SemaphoreSlim _free = new(1);
    private TaskExecution? _inside;

    /// <summary>
    /// Waits until no other such suspect runs, if the task of the execution becomes a dead letter with its next crash. For other tasks it
    /// returns immediately.
    /// </summary>
    /// <param name="execution">The execution. If it has ended when the method returns, it is not inside the gate.</param>
    /// <param name="crashes">The crash count of the task.</param>
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
            // The lease was lost during the wait, and no other code calls Leave for this execution.
            Leave(execution);
        }
    }

    /// <summary>Releases the gate for the next suspect. It has no effect for an execution that is not inside.</summary>
    /// <remarks>The method is called at the end of every execution, so it writes only if necessary.</remarks>
    public void Leave(TaskExecution execution)
    {
        if (Volatile.Read(ref _inside) == execution && Interlocked.CompareExchange(ref _inside, null, execution) == execution)
        {
            _free.Release();
        }
    }
}
