namespace TaskGen.Worker;

/// <summary>
/// Keeps tasks that may have crashed a worker apart. A task that becomes a dead letter with its next crash runs while no other such task
/// runs in this worker, on any of its queues, so that the crash is counted against the right one.
/// </summary>
internal sealed class SuspectGate(WorkerOptions options)
{
    private readonly SemaphoreSlim _free = new(1);
    private TaskExecution? _inside;

    /// <summary>Waits for its turn where the execution's task has only one crash left; otherwise returns at once.</summary>
    /// <param name="execution">The execution. It may have ended when this returns, and is then not inside.</param>
    /// <param name="crashes">How often its task has crashed a worker.</param>
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
            // Its lease was lost while it waited, so that nobody else calls Leave.
            Leave(execution);
        }
    }

    /// <summary>Lets the next one in. Does nothing for an execution that is not inside.</summary>
    /// <remarks>It is called at the end of every execution, so it does not write unless it has to.</remarks>
    public void Leave(TaskExecution execution)
    {
        if (Volatile.Read(ref _inside) == execution && Interlocked.CompareExchange(ref _inside, null, execution) == execution)
        {
            _free.Release();
        }
    }
}
