using System.Buffers;
using System.Text.Json;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Canvases;

/// <summary>The arguments of a task of a canvas once its turn has come: the planned ones, and the input where it takes one.</summary>
internal static class CanvasArguments
{
    /// <summary>The whole payload as one JSON object.</summary>
    /// <param name="task">The task.</param>
    /// <param name="input">JSON, empty for none; ignored where the task takes no input.</param>
    public static ReadOnlyMemory<byte> Complete(CanvasTask task, ReadOnlyMemory<byte> input) =>
        task.InputName is null ? task.Arguments : Join(task.InputName, input, task.Arguments.Span);

    /// <summary>
    /// The key by which equal dispatches find each other: the same as that of an ordinary dispatch with these arguments. Null where none is
    /// wanted.
    /// </summary>
    /// <inheritdoc cref="Complete"/>
    public static string? KeyOf(CanvasTask task, ReadOnlyMemory<byte> input)
    {
        if (!task.HasArgumentKey)
        {
            return task.IdempotencyKey;
        }

        var rest = task.KeyArguments ?? task.Arguments;
        var isDefault = task.InputDefault is { } defaultValue && defaultValue.Span.SequenceEqual(input.IsEmpty ? "null"u8 : input.Span);
        try
        {
            return IdempotencyKeys.FromArguments(
                task.KeyName, task.InputName is null || isDefault ? rest : Join(task.InputName, input, rest.Span));
        }
        catch (JsonException)
        {
            // The worker will say what is wrong with these arguments; nothing equals them.
            return null;
        }
    }

    /// <summary>Puts an input before the other arguments.</summary>
    /// <param name="name">The parameter that takes it.</param>
    /// <param name="input">JSON, empty for none.</param>
    /// <param name="rest">The others, as one JSON object.</param>
    public static ReadOnlyMemory<byte> Join(string name, ReadOnlyMemory<byte> input, ReadOnlySpan<byte> rest)
    {
        var encodedName = JsonEncodedText.Encode(name).EncodedUtf8Bytes;
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
