using TaskGen.Brokers;
using TaskGen.Primitives;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// What follows when an incarnation of the worker is declared dead or its lease may have run out: everything it holds is lost.
/// </summary>
internal sealed class LeaseLoss(WorkerServices services, WorkerIdentity identity, QueueRunner runner, Outbox outbox, AsyncSignal wakeLoop)
{
    /// <summary>
    /// Gives up all that an incarnation holds, once. The lease loop then joins as a new incarnation. Called on any thread.
    /// </summary>
    /// <param name="worker">The incarnation; one that is no longer the current one is ignored.</param>
    public void Declare(WorkerIncarnation worker)
    {
        if (!identity.TryDie(worker))
        {
            return;
        }

        // The broker would refuse all of it.
        outbox.Clear();
        LogMessages.LeaseLost(services.Logger, worker.Name, runner.Queue, runner.LoseAll());
        services.Metrics.LeaseLost(runner.Queue);
        wakeLoop.Set();
    }
}
