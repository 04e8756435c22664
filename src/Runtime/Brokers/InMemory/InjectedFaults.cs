namespace TaskGen.Brokers.InMemory;

/// <summary>What can go wrong with a storage but never does in memory unless a test asks for it.</summary>
internal sealed class InjectedFaults(QueueStore queues, ResourceStore resources)
{
    /// <summary>From now on the incarnation's heartbeat is not heard: after its lease the next maintenance declares it dead.</summary>
    public void StopHeartbeat(WorkerIncarnation worker) => queues.Heartbeats.Stopped.TryAdd(worker, queues.Time.GetUtcNow());

    /// <summary>The heartbeat is heard again. Who was declared dead stays dead.</summary>
    public void ResumeHeartbeat(WorkerIncarnation worker) => queues.Heartbeats.Stopped.TryRemove(worker, out _);

    /// <summary>Writes bytes among the pending that no client would have sent.</summary>
    public void PlantPending(string queue, byte[] raw, TaskPriority priority) => queues.Get(queue).Plant([.. raw], priority);

    /// <summary>How many records and idempotency keys are kept: what a look at the storage itself would show.</summary>
    public (int Records, int Keys) CountKept(string queue) => queues.Find(queue)?.CountKept() ?? default;

    /// <summary>How many canvases and deliveries are kept.</summary>
    public (int Canvases, int Deliveries) CountCanvases(string queue) => queues.Find(queue)?.CountCanvases() ?? default;

    /// <summary>From now on renewals of this acquisition are not heard: after its time it has no lease and no place.</summary>
    public void SilenceHolder(Guid holder) => resources.Silence(holder);

    /// <summary>How many resources there is something to know of.</summary>
    public int CountResources() => resources.Count;
}
