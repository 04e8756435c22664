using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>Handles the loss of all leases of an incarnation, when it is declared dead or its lease may have expired.</summary>
internal sealed class LeaseLoss(WorkerServices services, WorkerIdentity identity, QueueRunner runner, Outbox outbox, AsyncSignal wakeLoop)
{
    /// <summary>
    /// Drops all tasks that an incarnation holds. Only the first call for an incarnation has an effect. The lease loop then joins as a new
    /// incarnation. The method can be called on any thread.
    /// </summary>
    /// <param name="worker">The incarnation. The call is ignored if it is not the current one.</param>
    public void Declare(WorkerIncarnation worker)
    {
        if (!identity.TryDie(worker))
        {
            return;
        }

        // The broker would refuse these settlements and marks.
        outbox.Clear();
        LogMessages.LeaseLost(services.Logger, worker.Name, runner.Queue, runner.LoseAll());
        services.Metrics.LeaseLost(runner.Queue);
        wakeLoop.Set();
    }
}
