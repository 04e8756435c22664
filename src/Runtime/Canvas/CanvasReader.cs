using System.Buffers;
using TaskGen.Brokers;
using TaskGen.Exceptions;

namespace TaskGen.Canvases;

/// <summary>Turns a value of a canvas into JSON: that of a group is put together from its members, page by page.</summary>
internal sealed class CanvasReader(ICanvasBroker broker)
{
    // What a planner lays out is never deeper; bytes that somebody else wrote may be.
    private const int MaxNesting = CanvasLayout.MaxNesting + 1;

    /// <param name="queue">The queue that the canvas lies in.</param>
    /// <param name="canvas">The canvas.</param>
    /// <param name="value">JSON, empty for none, or a <see cref="CanvasValue"/>.</param>
    /// <param name="maxBytes">The most bytes that the JSON may have.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The JSON, null for a value that is none; nothing where the results of a group are not there (any more).</returns>
    /// <exception cref="CanvasValueTooLargeException">It is over the limit.</exception>
    /// <exception cref="InvalidDataException">What is stored is no canvas.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(
        string queue, Guid canvas, ReadOnlyMemory<byte> value, int maxBytes, CancellationToken cancellationToken)
    {
        var reading = new Reading(queue, canvas, maxBytes, new ArrayBufferWriter<byte>(256));

        // Spelled out: a null beside bytes would be the bytes of no array, and those are something.
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
            throw new InvalidDataException($"The groups of canvas {reading.Canvas:N} lie more than {MaxNesting} deep in each other.");
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
