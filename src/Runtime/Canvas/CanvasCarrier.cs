using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Handles;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Canvases;

/// <summary>
/// Carries out deliveries: pending operations of canvases on other queues. A delivery that fails is not included in the returned list, so
/// that the broker returns it again later.
/// </summary>
internal sealed class CanvasCarrier(IBroker broker, CanvasStarter starter, ILogger logger)
{
    private const int MaxReports = 100;

    /// <param name="from">The queue that recorded the deliveries.</param>
    /// <param name="deliveries">The deliveries to carry out.</param>
    /// <param name="kick">A callback that receives the name of each queue that might have new deliveries as a result.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Deliveries that were not carried out are returned by the broker again later.
    /// </param>
    /// <returns>The keys of the deliveries that were carried out.</returns>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> CarryAsync(
        string from, IReadOnlyList<Delivery> deliveries, Action<string> kick, CancellationToken cancellationToken)
    {
        List<ReadOnlyMemory<byte>> done = [];
        foreach (var reports in deliveries.OfType<ReportDelivery>().GroupBy(static report => report.To.Queue))
        {
            foreach (var page in reports.Chunk(MaxReports))
            {
                await TryAsync(from, page, () => AdvanceAsync(from, reports.Key, page, kick, cancellationToken)).ConfigureAwait(false);
            }
        }

        foreach (var starts in starter.InBatches(await ComposeAsync(from, deliveries, kick, cancellationToken).ConfigureAwait(false)))
        {
            StartDelivery[] ofStarts = [.. starts.Select(static start => start.Delivery)];
            await TryAsync(from, ofStarts, () => starter.SendAsync(starts, kick, cancellationToken)).ConfigureAwait(false);
        }

        // The deliveries are carried out in reverse order, so that waiting tasks are canceled before running ones. Otherwise, a waiting
        // task could start in the concurrency slot that a canceled task releases.
        foreach (var cancel in deliveries.OfType<CancelDelivery>().Reverse())
        {
            await TryAsync(from, [cancel], () => CancelAsync(from, cancel, kick, cancellationToken)).ConfigureAwait(false);
        }

        return done;

        async Task TryAsync(string queue, IReadOnlyList<Delivery> what, Func<Task> carry)
        {
            try
            {
                await carry().ConfigureAwait(false);
                done.AddRange(what.Select(static delivery => delivery.Key));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogMessages.DeliveryFailed(logger, queue, exception);
            }
        }
    }

    private async Task AdvanceAsync(string from, string to, ReportDelivery[] page, Action<string> kick, CancellationToken cancellationToken)
    {
        await broker.AdvanceCanvasAsync(to, [.. page.Select(report => ToReport(from, report))], cancellationToken).ConfigureAwait(false);
        kick(to);
    }

    private static CanvasReport ToReport(string from, ReportDelivery report)
    {
        var ended = report.Ended;
        var value = ended.State == TaskState.Succeeded
            ? ended.Result
            : FailureCodec.Write(RecordMapper.ToFailure(new TaskId(ended.Id, from), ended)!);
        return new CanvasReport(report.To.Canvas, report.To.Node, ended.State, value);
    }

    // A task that can never be dispatched is reported as failed, so that the canvas does not wait for it forever.
    private async Task<IReadOnlyList<CanvasStart>> ComposeAsync(
        string from, IReadOnlyList<Delivery> deliveries, Action<string> kick, CancellationToken cancellationToken)
    {
        List<CanvasStart> starts = [];
        foreach (var start in deliveries.OfType<StartDelivery>())
        {
            try
            {
                starts.Add(await starter.ComposeAsync(from, start, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception exception) when (exception is not (TaskGenException or OperationCanceledException))
            {
                LogMessages.DeliveryFailed(logger, from, exception);
                var report = new CanvasReport(start.Canvas, start.Node, TaskState.Failed, FailureCodec.Write(exception));
                await broker.AdvanceCanvasAsync(from, [report], cancellationToken).ConfigureAwait(false);
                kick(from);
            }
            catch (TaskGenException exception)
            {
                LogMessages.DeliveryFailed(logger, from, exception);
            }
        }

        return starts;
    }

    private async Task CancelAsync(string from, CancelDelivery cancel, Action<string> kick, CancellationToken cancellationToken)
    {
        var task = CanvasTaskCodec.Read(cancel.Task);
        var outcome = await broker.CancelAsync(task.Template.Queue, task.Id, cancel.Reason, cancellationToken).ConfigureAwait(false);
        if (outcome == CancelOutcome.NotFound)
        {
            // The task was never dispatched, or its dispatch joined another caller's task, which continues.
            var reason = cancel.Reason ?? "The canvas was canceled.";
            var failure = new TaskFailure(task.TaskId, task.Template.Name, nameof(TaskState.Canceled), reason, null, 0, TaskState.Canceled);
            await broker.AdvanceCanvasAsync(
                from, [new CanvasReport(cancel.Canvas, cancel.Node, TaskState.Canceled, FailureCodec.Write(failure))], cancellationToken)
                .ConfigureAwait(false);
        }

        kick(outcome == CancelOutcome.NotFound ? from : task.Template.Queue);
    }
}
