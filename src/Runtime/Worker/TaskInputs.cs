using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Exceptions;
using TaskGen.Serialization;

namespace TaskGen.Worker;

/// <summary>Completes the arguments of tasks of canvases whose input was too large to travel with them.</summary>
internal sealed class TaskInputs(CanvasReader reader, TaskGenOptions limits)
{
    private static readonly TimeSpan BrokerWait = TimeSpan.FromSeconds(1);

    /// <exception cref="UnreadablePayloadException">The input is over the limit, or no longer there.</exception>
    /// <exception cref="TaskSnoozeException">The broker cannot be reached; nothing of it is the task's fault.</exception>
    public ValueTask<ReadOnlyMemory<byte>> CompleteAsync(in TaskEnvelope envelope, CancellationToken cancellationToken) =>
        CanvasInput.Find(envelope.Headers) is { } input
            ? ReadAsync(envelope.Name, input, envelope.Arguments, cancellationToken)
            : ValueTask.FromResult(envelope.Arguments);

    private async ValueTask<ReadOnlyMemory<byte>> ReadAsync(
        string name, CanvasInput input, ReadOnlyMemory<byte> others, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(input.Queue, input.Canvas, input.ToValue(), limits.MaxInputBytes, cancellationToken)
                .ConfigureAwait(false)
                is { } value
                ? CanvasArguments.Join(input.Parameter, value, others.Span)
                : throw Unreadable(
                    $"'{input.Parameter}' takes the results of a group of canvas {input.Canvas:N}, which are no longer there");
        }
        catch (CanvasValueTooLargeException)
        {
            throw Unreadable(
                $"'{input.Parameter}' takes the results of a group that are more than {limits.MaxInputBytes} bytes (MaxInputBytes)");
        }
        catch (Exception exception) when (exception is TaskBrokerException or BrokerUnknownException)
        {
            throw new TaskSnoozeException(BrokerWait);
        }

        UnreadablePayloadException Unreadable(string problem) => new(new TaskArgumentException(name, [problem]));
    }
}
