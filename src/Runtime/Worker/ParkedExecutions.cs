namespace TaskGen.Worker;

/// <summary>
/// Counts the executions of this worker, across all queues, that have released their concurrency slots and wait. While there are any, their
/// child tasks are leased before ordinary tasks, so that the number of waiting executions stays small.
/// </summary>
internal sealed class ParkedExecutions
{
    /// <summary>The number of child tasks to lease in a row while no execution waits: child tasks and ordinary tasks alternate.</summary>
    private const int ChildRun = 1;

    /// <summary>The number of child tasks to lease in a row while executions wait: every 16th task is an ordinary one.</summary>
    private const int ParkedChildRun = 15;

    private int _count;

    /// <summary>The number of child tasks to lease in a row before an ordinary task.</summary>
    public int MaxChildRun => Any ? ParkedChildRun : ChildRun;

    public bool Any => Volatile.Read(ref _count) > 0;

    public void Add() => Interlocked.Increment(ref _count);

    public void Remove() => Interlocked.Decrement(ref _count);
}
