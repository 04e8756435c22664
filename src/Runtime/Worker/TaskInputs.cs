using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Exceptions;
using TaskGen.Serialization;

namespace TaskGen.Worker;

/// <summary>
/// Completes the arguments of canvas tasks whose input was too large for the envelope and is therefore stored with the canvas.
/// </summary>
internal sealed class TaskInputs(CanvasReader reader, TaskGenOptions limits)
{
    private static readonly TimeSpan BrokerWait = TimeSpan.FromSeconds(1);

    /// <summary>Returns the arguments of a task, with the input read from the broker if necessary.</summary>
    /// <exception cref="UnreadablePayloadException">The input is larger than the limit or no longer exists.</exception>
    /// <exception cref="TaskSnoozeException">The broker cannot be reached. The attempt is not counted.</exception>
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
                    $"parameter '{input.Parameter}' requires the results of a group in canvas {input.Canvas:N}, "
                    + "but these results no longer exist");
        }
        catch (CanvasValueTooLargeException)
        {
            throw Unreadable(
                $"parameter '{input.Parameter}' requires the results of a group, "
                + $"but they have more than {limits.MaxInputBytes} bytes (MaxInputBytes)");
        }
        catch (Exception exception) when (exception is TaskBrokerException or BrokerUnknownException)
        {
            throw new TaskSnoozeException(BrokerWait);
        }

        UnreadablePayloadException Unreadable(string problem) => new(new TaskArgumentException(name, [problem]));
    }
}
