using TaskGen;
using TaskGen.Brokers;
using TaskGen.Brokers.InMemory;

namespace Broker.Conformance;

/// <summary>The broker in memory in a model test.</summary>
internal sealed class InMemoryModelBroker(TimeProvider time, BrokerLimits limits) : IModelBroker
{
    private readonly InMemoryBroker _memory = new(time, limits);

    public IBroker Broker => _memory;

    public void StopHeartbeat(WorkerIncarnation worker) => _memory.Faults.StopHeartbeat(worker);

    public void ResumeHeartbeat(WorkerIncarnation worker) => _memory.Faults.ResumeHeartbeat(worker);

    public void Plant(string queue, byte[] raw) => _memory.Faults.PlantPending(queue, raw, TaskPriority.Normal);

    public ValueTask<(int Records, int Keys)> CountKeptAsync(string queue) => ValueTask.FromResult(_memory.Faults.CountKept(queue));

    public ValueTask<(int Canvases, int Deliveries)> CountCanvasesKeptAsync(string queue) =>
        ValueTask.FromResult(_memory.Faults.CountCanvases(queue));
}
