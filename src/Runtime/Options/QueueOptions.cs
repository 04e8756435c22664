namespace TaskGen;

/// <summary>How a worker serves one queue.</summary>
public sealed class QueueOptions
{
    /// <summary>How many tasks of the queue run at once in this worker. Default: the number of processors.</summary>
    public int Concurrency { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// Whether tasks of the queue run on threads of their own, as many as <see cref="Concurrency"/>, so that work which keeps a processor
    /// busy starves neither the thread pool nor other queues. Default: no.
    /// </summary>
    public bool DedicatedThreads { get; set; }
}
