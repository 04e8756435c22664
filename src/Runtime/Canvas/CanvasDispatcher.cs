using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Dispatch;
using TaskGen.Execution;
using TaskGen.Telemetry;

namespace TaskGen.Canvases;

/// <summary>
/// Brings a canvas to its broker: pages first, then the commit, which starts it. Every step may be repeated, so a lost reply costs a
/// repeat.
/// </summary>
internal sealed class CanvasDispatcher(
    ICanvasBroker broker, TaskGenOptions limits, JsonSerializerOptions json, TimeProvider time, ICanvasRelay relay)
{
    private static readonly RepeatPolicy Repeats = RepeatPolicy.Dispatch;

    /// <returns>The id of the whole.</returns>
    public async Task<TaskId> DispatchAsync(CanvasPart root, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var layout = CanvasLayout.Of(root, limits);
        using var activity = TaskGenActivities.StartSend(CanvasPlan.Name, layout.Queue, layout.Tasks);
        try
        {
            var parent = AmbientExecution.Current;
            var headers = ReservedHeaders.OfDispatch(activity, parent);
            var plan = CanvasPlanner.Plan(layout, headers, atFront: parent is not null, limits, json, time);
            foreach (var page in plan.Pages())
            {
                await StoreAsync(plan.Id, page, cancellationToken).ConfigureAwait(false);
            }

            await CommitAsync(plan, cancellationToken).ConfigureAwait(false);
            relay.Kick(plan.Id.Queue);
            parent?.AddChildren([plan.Id]);
            return plan.Id;
        }
        catch (Exception exception)
        {
            TaskGenActivities.End(activity, "failed", exception.GetType().ToString());
            throw;
        }
    }

    private async Task StoreAsync(TaskId id, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await broker.StoreCanvasAsync(id.Queue, id.Value, page, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (BrokerUnknownException) when (tries < Repeats.MaxTries)
            {
                await Repeats.WaitAsync(tries, time, cancellationToken).ConfigureAwait(false);
            }
            catch (BrokerUnknownException exception)
            {
                // Pages alone start nothing, so this much is certain.
                throw new TaskBrokerException(
                    "The broker did not answer while the canvas was stored; nothing of it was enqueued.", exception);
            }
        }
    }

    private async Task CommitAsync(CanvasPlan plan, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await broker.CommitCanvasAsync(plan.Id.Queue, plan.Id.Value, plan.Commit, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                throw new TaskBrokerException(
                    "The broker has lost a part of the canvas that it had stored; nothing of it was enqueued. Dispatch it again.");
            }
            catch (BrokerUnknownException) when (tries < Repeats.MaxTries)
            {
                await Repeats.WaitAsync(tries, time, cancellationToken).ConfigureAwait(false);
            }
            catch (TaskGenException exception) when (exception is BrokerUnknownException || (exception is TaskBrokerException && tries > 1))
            {
                // A refusal changed nothing itself; the try before it, whose reply was lost, may have.
                throw new TaskEnqueueUnknownException([plan.Id], exception);
            }
        }
    }
}
