namespace TaskGen.Worker;

/// <summary>
/// Manages the concurrency slots of one queue. An execution that has finished waiting for its child tasks receives the next free slot
/// before any task that has not started. Therefore, any number of parent tasks can finish, even with a single slot.
/// </summary>
internal sealed class ConcurrencySlots(int concurrency)
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _returning = new();
    private int _used;

    /// <summary>The number of free slots, which is the number of tasks that can start now.</summary>
    public int Free
    {
        get
        {
            lock (_lock)
            {
                return Math.Max(0, concurrency - _used - _returning.Count);
            }
        }
    }

    public bool TryTake()
    {
        lock (_lock)
        {
            if (_used >= concurrency || _returning.Count > 0)
            {
                return false;
            }

            _used++;
            return true;
        }
    }

    public void Release()
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            if (!_returning.TryDequeue(out next))
            {
                _used--;
            }
        }

        next?.SetResult();
    }

    /// <summary>
    /// Acquires a slot for an execution that released its slot during a wait. The returned task completes when the execution has a slot.
    /// </summary>
    public Task ReturnAsync()
    {
        lock (_lock)
        {
            if (_used < concurrency)
            {
                _used++;
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _returning.Enqueue(waiter);
            return waiter.Task;
        }
    }
}
