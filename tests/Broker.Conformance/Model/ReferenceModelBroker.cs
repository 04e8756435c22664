using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>The reference in a model test.</summary>
internal sealed class ReferenceModelBroker(TimeProvider time, BrokerLimits limits, ModelRules rules) : IModelBroker
{
    private readonly ReferenceBroker _reference = new(time, limits, rules);

    public IBroker Broker => _reference;

    public void StopHeartbeat(WorkerIncarnation worker) => _reference.StopHeartbeat(worker);

    public void ResumeHeartbeat(WorkerIncarnation worker) => _reference.ResumeHeartbeat(worker);

    public void Plant(string queue, byte[] raw) => _reference.Plant(raw);

    public ValueTask<(int Records, int Keys)> CountKeptAsync(string queue) => ValueTask.FromResult(_reference.CountKept());
}
