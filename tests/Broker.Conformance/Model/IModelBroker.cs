using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>A broker in a model test, with the faults that the steps ask for.</summary>
internal interface IModelBroker
{
    IBroker Broker { get; }

    void StopHeartbeat(WorkerIncarnation worker);

    void ResumeHeartbeat(WorkerIncarnation worker);

    void Plant(string queue, byte[] raw);

    /// <summary>The clock was moved.</summary>
    ValueTask OnAdvancedAsync(string queue) => ValueTask.CompletedTask;

    ValueTask<(int Records, int Keys)> CountKeptAsync(string queue);

    ValueTask<(int Canvases, int Deliveries)> CountCanvasesKeptAsync(string queue);
}
