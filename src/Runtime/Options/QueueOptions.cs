namespace TaskGen;

/// <summary>Provides options for how a worker serves one queue.</summary>
public sealed class QueueOptions
{
    /// <summary>
    /// Gets or sets the number of concurrency slots, which is the maximum number of tasks of the queue that run at the same time in this
    /// worker, from 1 to 10,000. The default is the number of processors.
    /// </summary>
    public int Concurrency { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// Gets or sets a value that indicates whether tasks of the queue run on dedicated threads instead of the thread pool. The default is
    /// <see langword="false"/>.
    /// </summary>
    /// <remarks>
    /// The worker creates as many threads as <see cref="Concurrency"/>. Use dedicated threads for CPU-intensive tasks, so that these tasks
    /// do not block the thread pool and other queues.
    /// </remarks>
    public bool DedicatedThreads { get; set; }
}
