using System.Collections.Concurrent;

namespace TaskGen.Worker;

/// <summary>
/// Threads for work that keeps a processor busy. A handler starts on one of them, and what follows its awaits comes back to them unless it
/// says <c>ConfigureAwait(false)</c>.
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

    /// <summary>Starts some work. Whoever does so may be the handler of another task, whose async locals are not for this one.</summary>
    public void Run(Func<Task> work)
    {
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);
    }

    /// <summary>A handler that does not listen was given up but keeps its thread: another one stands in until it comes back.</summary>
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
            // The worker has stopped; what is left of a handler that was given up goes on where there is room.
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

        // Whoever asks for a thread may be a handler: its async locals are not for what the thread will run.
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

    // A stand-in stays for as long as its principal is stuck. Only when more threads are idle than could ever have work does whoever is
    // free first go.
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
