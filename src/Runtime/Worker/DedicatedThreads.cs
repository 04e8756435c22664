using System.Collections.Concurrent;

namespace TaskGen.Worker;

/// <summary>
/// Runs CPU-bound handlers on threads that are reserved for one queue. A handler starts on one of the threads, and its continuations return
/// to them unless it uses <c>ConfigureAwait(false)</c>.
/// </summary>
internal sealed class DedicatedThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _queue = [];
    private readonly string _name;
    private readonly int _wanted;
    private readonly Lock _lock = new();
    private int _idle;

    public DedicatedThreads(string name, int count)
    {
        (_name, _wanted) = (name, count);
        for (var i = 0; i < count; i++)
        {
            AddThread();
        }
    }

    public override int MaximumConcurrencyLevel => _wanted;

    /// <summary>
    /// Starts work on one of the threads. The execution context does not flow, because the caller may be the handler of another task, whose
    /// async locals must not be visible to the work.
    /// </summary>
    public void Run(Func<Task> work)
    {
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);
    }

    /// <summary>
    /// Adds a thread that replaces the thread of an abandoned handler, which ignored its token and still blocks its thread.
    /// </summary>
    public void Compensate() => AddThread();

    public void Dispose() => _queue.CompleteAdding();

    protected override IEnumerable<Task> GetScheduledTasks() => [.. _queue];

    protected override void QueueTask(Task task)
    {
        try
        {
            _queue.Add(task);
        }
        catch (InvalidOperationException)
        {
            // The worker has stopped. The remaining code of an abandoned handler continues on the thread pool.
            ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    private void AddThread()
    {
        lock (_lock)
        {
            _idle++;
        }

        // The execution context does not flow, because the caller may be a handler, whose async locals must not be visible to the work of
        // the thread.
        new Thread(Work) { IsBackground = true, Name = _name }.UnsafeStart();
    }

    private void Work()
    {
        foreach (var task in _queue.GetConsumingEnumerable())
        {
            Leave();
            TryExecuteTask(task);
            if (IsOneTooMany())
            {
                return;
            }
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _idle--;
        }
    }

    // A replacement thread stays as long as the abandoned handler blocks its original thread. When at least as many threads are idle as the
    // queue needs, the thread that becomes free ends.
    private bool IsOneTooMany()
    {
        lock (_lock)
        {
            if (_idle >= _wanted)
            {
                return true;
            }

            _idle++;
            return false;
        }
    }
}
