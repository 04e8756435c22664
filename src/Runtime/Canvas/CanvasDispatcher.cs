using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Dispatch;
using TaskGen.Execution;
using TaskGen.Telemetry;

namespace TaskGen.Canvases;

/// <summary>
/// Dispatches a canvas: stores its nodes with one or more requests (a limited number of nodes per request), and then commits the canvas,
/// which starts it. If a reply is lost, the request is sent again, because repeating it has no further effect.
/// </summary>
internal sealed class CanvasDispatcher(
    ICanvasBroker broker, TaskGenOptions limits, JsonSerializerOptions json, TimeProvider time, ICanvasRelay relay)
{
    private static readonly RepeatPolicy Repeats = RepeatPolicy.Dispatch;

    /// <returns>The id of the canvas.</returns>
    public async Task<TaskId> DispatchAsync(CanvasPart root, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var layout = CanvasLayout.Of(root, limits);
        using var activity = TaskGenActivities.StartSend(CanvasPlan.Name, layout.Queue, layout.Tasks);
        try
        {
            var parent = AmbientExecution.Current;
            var isCleanUp = parent is { IsCanceled: true };
            var headers = ReservedHeaders.OfDispatch(activity, parent);
            var plan = CanvasPlanner.Plan(layout, headers, atFront: parent is not null, limits, json, time);
            foreach (var page in plan.Pages())
            {
                await StoreAsync(plan.Id, page, cancellationToken).ConfigureAwait(false);
            }

            await CommitAsync(plan, cancellationToken).ConfigureAwait(false);
            relay.Kick(plan.Id.Queue);
            if (!isCleanUp)
            {
                parent?.AddChildren([plan.Id]);
            }

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
                // Stored nodes do not start before the commit, so it is certain that no task was enqueued.
                throw new TaskBrokerException(
                    "The broker did not reply while the canvas was being stored. No task of the canvas was enqueued. "
                    + "Dispatch the canvas again.",
                    exception);
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
                    "The broker has lost stored nodes (tasks or groups) of the canvas. No task of the canvas was enqueued. "
                    + "Dispatch the canvas again.");
            }
            catch (BrokerUnknownException) when (tries < Repeats.MaxTries)
            {
                await Repeats.WaitAsync(tries, time, cancellationToken).ConfigureAwait(false);
            }
            catch (TaskGenException exception) when (exception is BrokerUnknownException || (exception is TaskBrokerException && tries > 1))
            {
                // The refused request changed nothing, but an earlier request whose reply was lost might have started the canvas.
                throw new TaskEnqueueUnknownException([plan.Id], exception);
            }
        }
    }
}
