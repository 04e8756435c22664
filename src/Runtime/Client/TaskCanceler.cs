using TaskGen.Brokers;
using TaskGen.Canvases;

namespace TaskGen.Client;

/// <summary>Cancels tasks, and has what follows from it delivered.</summary>
internal sealed class TaskCanceler(IQueueBroker broker, ICanvasRelay relay)
{
    public async ValueTask<CancelOutcome> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken)
    {
        var outcome = await broker.CancelAsync(id.Queue, id.Value, reason, cancellationToken).ConfigureAwait(false);
        if (outcome == CancelOutcome.Canceled)
        {
            // It may have been a canvas, or a part of one; whether a worker is there to look is not known here.
            relay.Kick(id.Queue);
        }

        return outcome;
    }
}
