using System.Collections.Concurrent;

namespace TaskGen.Worker;

/// <summary>
/// Runs CPU-bound task methods on threads that are reserved for one queue. A task method starts on one of these threads, and its
/// continuations run on them unless it uses <c>ConfigureAwait(false)</c>.
/// </summary>
internal sealed class DedicatedThreads : TaskScheduler, IDisposable
{
    // Limits the number of threads that are started when very many waits are interrupted at the same time.
    private const int MaxSpare = 64;

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
    /// Starts work on one of the threads. The execution context does not flow, because the caller can be another task's method, whose
    /// <see cref="AsyncLocal{T}"/> values must not be visible to the work.
    /// </summary>
    public void Run(Func<Task> work)
    {
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);
    }

    /// <summary>
    /// Adds a thread that replaces the thread of an abandoned task method, which ignored its cancellation token and is still blocking its
    /// thread.
    /// </summary>
    public void Compensate() => AddThread();

    /// <summary>
    /// Adds a thread for a task method that continues after an interrupted wait, unless many threads are idle. The other threads can all be
    /// blocked.
    /// </summary>
    public void AddSpare()
    {
        lock (_lock)
        {
            if (_idle >= _wanted + MaxSpare)
            {
                return;
            }
        }

        AddThread();
    }

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
            // The worker has stopped. The remaining code of an abandoned task method continues on the thread pool.
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

        // The execution context does not flow, because the caller can be a task method, whose AsyncLocal values must not be visible to the
        // work of the thread.
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

    // A replacement thread is needed as long as the abandoned task method blocks its original thread. When at least as many threads are
    // idle as the queue needs, the thread that becomes free ends.
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
