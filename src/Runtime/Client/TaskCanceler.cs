using TaskGen.Brokers;
using TaskGen.Canvases;

namespace TaskGen.Client;

/// <summary>Cancels tasks and wakes the relay, which delivers the consequences for a canvas.</summary>
internal sealed class TaskCanceler(IQueueBroker broker, ICanvasRelay relay)
{
    public async ValueTask<CancelOutcome> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken)
    {
        var outcome = await broker.CancelAsync(id.Queue, id.Value, reason, cancellationToken).ConfigureAwait(false);
        if (outcome == CancelOutcome.Canceled)
        {
            // The id may belong to a canvas or to a task of one. Whether a worker relays for this queue is not known here.
            relay.Kick(id.Queue);
        }

        return outcome;
    }
}
