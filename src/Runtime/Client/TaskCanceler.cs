using TaskGen.Brokers;
using TaskGen.Canvases;

namespace TaskGen.Client;

/// <summary>Cancels tasks, and wakes the relay, which passes the effects of a cancellation on to the other tasks of a canvas.</summary>
internal sealed class TaskCanceler(IQueueBroker broker, ICanvasRelay relay)
{
    public async ValueTask<CancelOutcome> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken)
    {
        var outcome = await broker.CancelAsync(id.Queue, id.Value, reason, cancellationToken).ConfigureAwait(false);
        if (outcome == CancelOutcome.Canceled)
        {
            // The id might belong to a canvas or to a task in a canvas. The relay of this process is woken because there might be no worker
            // that makes the deliveries of this queue.
            relay.Kick(id.Queue);
        }

        return outcome;
    }
}
