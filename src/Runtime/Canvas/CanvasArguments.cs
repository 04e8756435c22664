using System.Buffers;
using System.Text.Json;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Canvases;

/// <summary>
/// Creates the complete arguments of a canvas task just before it is enqueued: the arguments that were specified at the dispatch and, if
/// the task has an input, the input.
/// </summary>
internal static class CanvasArguments
{
    /// <summary>Creates the complete payload as one JSON object.</summary>
    /// <param name="task">The canvas task.</param>
    /// <param name="input">The input as JSON; empty for <c>null</c>. It is ignored if the task has no input.</param>
    public static ReadOnlyMemory<byte> Complete(CanvasTask task, ReadOnlyMemory<byte> input) =>
        task.InputName is null ? task.Arguments : Join(task.InputName, input, task.Arguments.Span);

    /// <summary>
    /// Gets the idempotency key; <see langword="null"/> if the task has none. The key equals that of an ordinary dispatch with the same
    /// arguments.
    /// </summary>
    /// <inheritdoc cref="Complete"/>
    public static string? KeyOf(CanvasTask task, ReadOnlyMemory<byte> input)
    {
        if (!task.HasArgumentKey)
        {
            return task.IdempotencyKey;
        }

        var rest = task.KeyArguments ?? task.Arguments;
        try
        {
            return IdempotencyKeys.FromArguments(
                task.KeyName, task.InputName is null || IsDefault(task, input) ? rest : Join(task.InputName, input, rest.Span));
        }
        catch (JsonException)
        {
            // The arguments are invalid, which the worker will report. Without a key, the dispatch does not join another task.
            return null;
        }
    }

    // The default was written by the client that dispatched the canvas, and the input by a worker. If one of them has an earlier version,
    // it escapes more characters, so the bytes of equal values can differ.
    private static bool IsDefault(CanvasTask task, ReadOnlyMemory<byte> input) =>
        task.InputDefault is { } defaultValue && IdempotencyKeys.AreEqual(defaultValue, input.IsEmpty ? "null"u8.ToArray() : input);

    /// <summary>Adds the input to the other arguments, as the first one.</summary>
    /// <param name="name">The name of the parameter that receives the input.</param>
    /// <param name="input">The input as JSON; empty for <c>null</c>.</param>
    /// <param name="rest">The other arguments as one JSON object.</param>
    public static ReadOnlyMemory<byte> Join(string name, ReadOnlyMemory<byte> input, ReadOnlySpan<byte> rest)
    {
        var encodedName = JsonEncodedText.Encode(name, WireEncoder.Instance).EncodedUtf8Bytes;
        var buffer = new ArrayBufferWriter<byte>(rest.Length + encodedName.Length + input.Length + 8);
        buffer.Write("{\""u8);
        buffer.Write(encodedName);
        buffer.Write("\":"u8);
        buffer.Write(input.IsEmpty ? "null"u8 : input.Span);
        if (rest.Length > "{}".Length)
        {
            buffer.Write(","u8);
        }

        buffer.Write(rest[1..]);
        return buffer.WrittenMemory;
    }
}
