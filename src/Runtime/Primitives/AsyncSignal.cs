namespace TaskGen.Primitives;

/// <summary>
/// Wakes one waiting loop. If the signal is set while the loop is not waiting, the next wait returns immediately. Setting it twice has the
/// same effect as setting it once. To wake the loop after some time, a timer sets the signal, so that an idle loop throws no exceptions and
/// allocates no memory.
/// </summary>
internal sealed class AsyncSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _waiter;
    private bool _set;

    public void Set()
    {
        TaskCompletionSource? waiter;
        lock (_lock)
        {
            waiter = _waiter;
            _waiter = null;
            _set = waiter is null;
        }

        waiter?.SetResult();
    }

    public Task WaitAsync()
    {
        lock (_lock)
        {
            if (_set)
            {
                _set = false;
                return Task.CompletedTask;
            }

            _waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiter.Task;
        }
    }
}
