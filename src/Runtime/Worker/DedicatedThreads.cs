using System.Collections.Concurrent;

namespace TaskGen;

/// <summary>
/// Threads for work that keeps a processor busy. A handler starts on one of them, and what follows its awaits comes back to them unless it says
/// <c>ConfigureAwait(false)</c>.
/// </summary>
internal sealed class DedicatedThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _queue = [];
    private readonly string _name;
    private readonly int _wanted;
    private int _threads;

    public DedicatedThreads(string name, int count)
    {
        (_name, _wanted) = (name, count);
        for (var i = 0; i < count; i++)
        {
            AddThread();
        }
    }

    public override int MaximumConcurrencyLevel => _wanted;

    public void Run(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

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
        Interlocked.Increment(ref _threads);
        new Thread(Work) { IsBackground = true, Name = _name }.Start();
    }

    private void Work()
    {
        foreach (var task in _queue.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
            if (IsOneTooMany())
            {
                return;
            }
        }
    }

    // After a stand-in was added and its principal came back, whoever is free first goes.
    private bool IsOneTooMany()
    {
        var threads = Volatile.Read(ref _threads);
        while (threads > _wanted)
        {
            var seen = Interlocked.CompareExchange(ref _threads, threads - 1, threads);
            if (seen == threads)
            {
                return true;
            }

            threads = seen;
        }

        return false;
    }
}
