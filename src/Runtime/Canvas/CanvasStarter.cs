using System.Runtime.ExceptionServices;
using TaskGen.Brokers;
using TaskGen.Dispatch;
using TaskGen.Exceptions;
using TaskGen.Telemetry;

namespace TaskGen.Canvases;

/// <summary>Enqueues canvas tasks: completes their arguments, creates their envelopes, and sends them to their queues in batches.</summary>
internal sealed class CanvasStarter(
    IQueueBroker broker, CanvasReader reader, TaskGenOptions limits, TimeProvider time, TaskGenMetrics metrics)
{
    private readonly BatchSender _sender = new(broker, time, metrics, RepeatPolicy.Relay);

    /// <exception cref="InvalidDataException">The stored data of the task is invalid, or its input no longer exists.</exception>
    /// <exception cref="TaskGenException">The input cannot be read now. A later attempt can succeed.</exception>
    public async ValueTask<CanvasStart> ComposeAsync(string queue, StartDelivery start, CancellationToken cancellationToken)
    {
        var task = CanvasTaskCodec.Read(start.Task);
        var completed = await CompleteAsync(queue, start, task, cancellationToken).ConfigureAwait(false);
        var template = completed.InputHeader is { } inputHeader
            ? task.Template.WithHeader(CanvasInput.Header, inputHeader)
            : task.Template;
        var follow = new CanvasPointer(queue, start.Canvas, start.Node);
        var newTask = template.ToNewTask(task.Id, completed.Arguments.Span, completed.IdempotencyKey, follow);
        return new CanvasStart(start, template.Queue, newTask);
    }

    /// <summary>Divides tasks into batches. Each batch contains tasks for one queue and can be sent in one request.</summary>
    public IEnumerable<IReadOnlyList<CanvasStart>> InBatches(IReadOnlyList<CanvasStart> starts) =>
        starts.GroupBy(static start => start.Queue).SelectMany(ofQueue => _sender.InBatches([.. ofQueue], static start => start.Task));

    /// <summary>
    /// Sends one batch. Sending it again has no effect, because the task ids were created when the canvas was dispatched.
    /// </summary>
    /// <exception cref="TaskGenException">The broker refused the batch, or it is unknown whether the batch was enqueued.</exception>
    public async Task SendAsync(IReadOnlyList<CanvasStart> starts, Action<string> kick, CancellationToken cancellationToken)
    {
        var queue = starts[0].Queue;
        var tasks = starts.Select(static start => start.Task).ToArray();
        var outcomes = await SendBatchAsync(queue, tasks, cancellationToken).ConfigureAwait(false);
        if (outcomes.Any(static outcome => outcome.Joined))
        {
            // If the joined task has already ended, a report delivery was recorded, which can be carried out immediately.
            kick(queue);
        }
    }

    // The broker returns the delivery again, so the exception must not ask the caller to repeat the dispatch.
    private async Task<IReadOnlyList<EnqueueOutcome>> SendBatchAsync(string queue, NewTask[] tasks, CancellationToken cancellationToken)
    {
        try
        {
            return await _sender.SendBatchAsync(queue, tasks, cancellationToken).ConfigureAwait(false);
        }
        catch (TaskEnqueueUnknownException exception) when (exception.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    private async ValueTask<Completed> CompleteAsync(
        string queue, StartDelivery start, CanvasTask task, CancellationToken cancellationToken)
    {
        if (task.InputName is not { } parameter || start.Input is not { } input)
        {
            return new Completed(task.Arguments, null, task.IdempotencyKey);
        }

        var place = CanvasValue.IsGroup(input.Span, out var group)
            ? new CanvasInput(queue, start.Canvas, group, parameter).ToHeader()
            : null;
        try
        {
            // An idempotency key that is computed from the arguments requires the whole input. In all other cases, an input that does not
            // fit into the payload does not have to be read here.
            var most = task.HasArgumentKey || place is null ? limits.MaxInputBytes : limits.MaxPayloadBytes;
            var value = await reader.ReadAsync(queue, start.Canvas, input, most, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidDataException(
                    $"The results of a group in canvas {start.Canvas:N} no longer exist, so the next task cannot start.");
            var arguments = CanvasArguments.Complete(task, value);
            var key = CanvasArguments.KeyOf(task, value);
            if (arguments.Length <= limits.MaxPayloadBytes)
            {
                return new Completed(arguments, null, key);
            }

            return place is null ? new Completed(arguments, CanvasInput.Inline, key) : new Completed(task.Arguments, place, key);
        }
        catch (CanvasValueTooLargeException) when (place is not null)
        {
            // The worker reads the input with several requests, and reports an error if the input exceeds MaxInputBytes.
            return new Completed(task.Arguments, place, task.IdempotencyKey);
        }
    }

    private readonly record struct Completed(ReadOnlyMemory<byte> Arguments, string? InputHeader, string? IdempotencyKey);
}
