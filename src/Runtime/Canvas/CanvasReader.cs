using System.Buffers;
using TaskGen.Brokers;
using TaskGen.Exceptions;

namespace TaskGen.Canvases;

/// <summary>
/// Reads a value that is passed between canvas nodes, or the result of a canvas, as JSON. The result of a group is built from the results
/// of its members, which are read with several requests.
/// </summary>
internal sealed class CanvasReader(ICanvasBroker broker)
{
    // A canvas that TaskGen creates never exceeds this depth, but stored bytes from another source might.
    private const int MaxNesting = CanvasLayout.MaxNesting + 1;

    /// <param name="queue">The queue in which the canvas is stored.</param>
    /// <param name="canvas">The id of the canvas.</param>
    /// <param name="value">
    /// The value: JSON, empty for <c>null</c>, or a <see cref="CanvasValue"/> that refers to the results of a group.
    /// </param>
    /// <param name="maxBytes">The maximum size of the JSON, in bytes.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// The JSON; the literal <c>null</c> for an empty value. The return value is <see langword="null"/> if the results of a group do not
    /// exist or no longer exist.
    /// </returns>
    /// <exception cref="CanvasValueTooLargeException">The JSON exceeds the limit.</exception>
    /// <exception cref="InvalidDataException">The stored groups are nested too deeply for a valid canvas.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(
        string queue, Guid canvas, ReadOnlyMemory<byte> value, int maxBytes, CancellationToken cancellationToken)
    {
        var reading = new Reading(queue, canvas, maxBytes, new ArrayBufferWriter<byte>(256));

        // The explicit type is required. Without it, null would be converted to an empty ReadOnlyMemory, which is not null.
        return await AppendAsync(reading, value, nesting: 0, cancellationToken).ConfigureAwait(false)
            ? reading.Json.WrittenMemory
            : default(ReadOnlyMemory<byte>?);
    }

    private async Task<bool> AppendAsync(Reading reading, ReadOnlyMemory<byte> value, int nesting, CancellationToken cancellationToken)
    {
        if (!CanvasValue.IsGroup(value.Span, out var group))
        {
            reading.Write(value.IsEmpty ? "null"u8 : value.Span);
            return true;
        }

        if (nesting >= MaxNesting)
        {
            throw new InvalidDataException(
                $"The groups of canvas {reading.Canvas:N} are nested more than {MaxNesting} levels deep, so their results cannot be read.");
        }

        reading.Write("["u8);
        var read = 0;
        for (var count = 1; read < count;)
        {
            var page = await broker.ReadMembersAsync(reading.Queue, reading.Canvas, group, read, cancellationToken).ConfigureAwait(false);
            if (page is null || (page.Values.Count == 0 && read < page.Count))
            {
                return false;
            }

            count = page.Count;
            foreach (var member in page.Values)
            {
                if (read++ > 0)
                {
                    reading.Write(","u8);
                }

                if (!await AppendAsync(reading, member, nesting + 1, cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
        }

        reading.Write("]"u8);
        return true;
    }

    private sealed record Reading(string Queue, Guid Canvas, int MaxBytes, ArrayBufferWriter<byte> Json)
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length > MaxBytes - Json.WrittenCount)
            {
                throw new CanvasValueTooLargeException(MaxBytes);
            }

            Json.Write(bytes);
        }
    }
}
