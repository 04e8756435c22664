namespace TaskGen.Brokers.InMemory;

/// <summary>Simulates faults that a real storage can have but that do not occur in memory. Only tests use it.</summary>
internal sealed class InjectedFaults(QueueStore queues, ResourceStore resources)
{
    /// <summary>
    /// Ignores the heartbeats of an incarnation from now on. The first maintenance after its lease has expired then declares it dead.
    /// </summary>
    public void StopHeartbeat(WorkerIncarnation worker) => queues.Heartbeats.Stopped.TryAdd(worker, queues.Time.GetUtcNow());

    /// <summary>Accepts the heartbeats of an incarnation again. An incarnation that was declared dead stays dead.</summary>
    public void ResumeHeartbeat(WorkerIncarnation worker) => queues.Heartbeats.Stopped.TryRemove(worker, out _);

    /// <summary>Adds bytes to the pending tasks of a queue that no client would send.</summary>
    public void PlantPending(string queue, byte[] raw, TaskPriority priority) => queues.Get(queue).Plant([.. raw], priority);

    /// <summary>Counts the records and idempotency keys that are kept.</summary>
    public (int Records, int Keys) CountKept(string queue) => queues.Find(queue)?.CountKept() ?? default;

    /// <summary>Counts the canvases and deliveries that are kept.</summary>
    public (int Canvases, int Deliveries) CountCanvases(string queue) => queues.Find(queue)?.CountCanvases() ?? default;

    /// <summary>Ignores the renewals of an acquisition from now on. Its lease or place then ends when its time has expired.</summary>
    public void SilenceHolder(Guid holder) => resources.Silence(holder);

    /// <summary>Counts the resources that have a holder, a waiting acquisition or a listener.</summary>
    public int CountResources() => resources.Count;
}
