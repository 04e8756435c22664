namespace TaskGen.Brokers.InMemory;

/// <summary>Simulates faults that external storage can have but that do not occur in memory. Only tests use this class.</summary>
internal sealed class InjectedFaults(QueueStore queues, ResourceStore resources)
{
    /// <summary>
    /// Causes the broker to ignore the heartbeats of a worker incarnation from now on. The first maintenance after its lease has expired
    /// declares the incarnation dead.
    /// </summary>
    public void StopHeartbeat(WorkerIncarnation worker) => queues.Heartbeats.Stopped.TryAdd(worker, queues.Time.GetUtcNow());

    /// <summary>
    /// Causes the broker to accept the heartbeats of a worker incarnation again. An incarnation that was declared dead stays dead.
    /// </summary>
    public void ResumeHeartbeat(WorkerIncarnation worker) => queues.Heartbeats.Stopped.TryRemove(worker, out _);

    /// <summary>Adds arbitrary bytes, such as a malformed envelope, to the pending tasks of a queue.</summary>
    public void PlantPending(string queue, byte[] raw, TaskPriority priority) => queues.Get(queue).Plant([.. raw], priority);

    /// <summary>Counts the stored records and idempotency keys of a queue.</summary>
    public (int Records, int Keys) CountKept(string queue) => queues.Find(queue)?.CountKept() ?? default;

    /// <summary>Counts the stored canvases and deliveries of a queue.</summary>
    public (int Canvases, int Deliveries) CountCanvases(string queue) => queues.Find(queue)?.CountCanvases() ?? default;

    /// <summary>
    /// Causes the broker to ignore the renewals of a resource acquisition from now on. Its lease, or its place in the waiting line, then
    /// ends at its expiration time.
    /// </summary>
    public void SilenceHolder(Guid holder) => resources.Silence(holder);

    /// <summary>Counts the resources that have a holder, a waiting acquisition, or a listener.</summary>
    public int CountResources() => resources.Count;
}
