namespace TaskGen.Worker;

/// <summary>
/// The concurrency of one queue. An execution that comes back from waiting for its children has the next free slot before any task that has
/// not started, so that a thousand parents finish on one slot.
/// </summary>
internal sealed class ConcurrencySlots(int concurrency)
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _returning = new();
    private int _used;

    /// <summary>How many tasks could start now.</summary>
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

    /// <summary>Takes a slot for an execution that gave its own back.</summary>
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
