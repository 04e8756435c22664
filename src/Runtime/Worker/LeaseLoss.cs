using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Handles the loss of all leases of a worker incarnation, which occurs when the incarnation is declared dead or its lease might have
/// expired.
/// </summary>
internal sealed class LeaseLoss(WorkerServices services, WorkerIdentity identity, QueueRunner runner, Outbox outbox, AsyncSignal wakeLoop)
{
    /// <summary>
    /// Drops all tasks that the worker holds under an incarnation, and wakes the lease loop, which registers the worker under a new
    /// incarnation id. Only the first call for an incarnation has an effect. The method can be called on any thread.
    /// </summary>
    /// <param name="worker">The incarnation. If it is not the current one, the call has no effect.</param>
    public void Declare(WorkerIncarnation worker)
    {
        if (!identity.TryDie(worker))
        {
            return;
        }

        // The broker would refuse these settlements and start marks.
        outbox.Clear();
        LogMessages.LeaseLost(services.Logger, worker.Name, runner.Queue, runner.LoseAll());
        services.Metrics.LeaseLost(runner.Queue);
        wakeLoop.Set();
    }
}
