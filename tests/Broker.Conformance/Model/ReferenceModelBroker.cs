using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>The reference in a model test.</summary>
internal sealed class ReferenceModelBroker(ReferenceBroker reference) : IModelBroker
{
    public IBroker Broker => reference;

    public void StopHeartbeat(WorkerIncarnation worker) => reference.StopHeartbeat(worker);

    public void ResumeHeartbeat(WorkerIncarnation worker) => reference.ResumeHeartbeat(worker);

    public void Plant(string queue, byte[] raw) => reference.Plant(raw);

    public ValueTask<(int Records, int Keys)> CountKeptAsync(string queue) => ValueTask.FromResult(reference.CountKept());

    public ValueTask<(int Canvases, int Deliveries)> CountCanvasesKeptAsync(string queue) =>
        ValueTask.FromResult(reference.CountCanvases());
}
