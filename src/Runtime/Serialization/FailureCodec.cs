using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TaskGen.Serialization;

/// <summary>
/// Converts failures to and from JSON: <c>{"type":...,"message":...,"inner":...,"stack":...}</c>. The type and the message are only for
/// display; no exception is created from them. A complete <see cref="TaskFailure"/>, which is passed to other tasks of a canvas, also has
/// <c>"task"</c>, <c>"name"</c>, <c>"attempts"</c>, and <c>"state"</c> (a number).
/// </summary>
internal static class FailureCodec
{
    /// <summary>The maximum total size of the strings of a failure, in bytes. Longer strings are cut.</summary>
    public const int MaxBytes = 8 * 1024;

    private const int MaxTypeBytes = 512;
    private const int MaxMessageBytes = MaxBytes / 2;
    private const int MinMessageBytes = 64;

    /// <summary>Writes an exception with the types and messages of its inner exceptions.</summary>
    /// <param name="exception">The exception to write.</param>
    /// <param name="redact">A function that removes sensitive values from the strings before they are cut; null if there are none.</param>
    public static ReadOnlyMemory<byte> Write(Exception exception, Func<string, string>? redact = null)
    {
        var (message, inner) = ExceptionChain.Describe(exception, redact, MaxMessageBytes);
        return Write(exception.GetType().ToString(), message, ExceptionTexts.Read(exception, static e => e.StackTrace, redact), inner);
    }

    public static ReadOnlyMemory<byte> Write(string type, string message, string? stack, string? inner = null)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, WireEncoder.WriterOptions);
        writer.WriteStartObject();
        WriteTexts(writer, type, message, inner, stack);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Write(TaskFailure failure)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, WireEncoder.WriterOptions);
        Write(writer, failure);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static void Write(Utf8JsonWriter writer, TaskFailure failure)
    {
        writer.WriteStartObject();
        WriteTexts(writer, failure.ExceptionType, failure.Message, failure.InnerExceptions, failure.StackTrace);
        writer.WriteString("task"u8, failure.TaskId.ToString());
        writer.WriteString("name"u8, failure.TaskName);
        writer.WriteNumber("attempts"u8, failure.Attempts);
        writer.WriteNumber("state"u8, (int)failure.State);
        writer.WriteEndObject();
    }

    /// <summary>Reads a complete failure. Returns null if the JSON contains only the type, message, and stack trace.</summary>
    public static TaskFailure? ReadWhole(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return ReadWhole(document.RootElement);
    }

    /// <inheritdoc cref="ReadWhole(ReadOnlyMemory{byte})"/>
    public static TaskFailure? ReadWhole(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && TaskId.TryParse(Text(json, "task"u8), out var task)
        && Text(json, "name"u8) is { } name
        && Text(json, "type"u8) is { } type
        && Text(json, "message"u8) is { } message
        && Number(json, "attempts"u8) is { } attempts
        && Number(json, "state"u8) is { } state
        && Enum.IsDefined((TaskState)state)
            ? new TaskFailure(task, name, type, message, Text(json, "stack"u8), attempts, (TaskState)state)
            {
                InnerExceptions = Text(json, "inner"u8),
            }
            : null;

    public static (string Type, string Message, string? Stack) Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return (
            root.GetProperty("type"u8).GetString() ?? "", root.GetProperty("message"u8).GetString() ?? "", Text(root, "stack"u8));
    }

    /// <summary>Reads the types and messages of the inner exceptions; null if there are none.</summary>
    public static string? ReadInner(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return Text(document.RootElement, "inner"u8);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string type, string message, string? inner, string? stack)
    {
        type = LimitedText.Cut(type, MaxTypeBytes);
        var left = MaxBytes - Size(type);
        writer.WriteString("type"u8, type);
        inner = inner is null ? null : LimitedText.Cut(inner, MaxMessageBytes);
        message = LimitedText.Cut(message, Math.Max(MaxMessageBytes - Size(inner), MinMessageBytes));
        writer.WriteString("message"u8, message);
        if (inner is not null)
        {
            writer.WriteString("inner"u8, inner);
        }

        if (stack is not null)
        {
            writer.WriteString("stack"u8, LimitedText.Cut(stack, left - Size(message) - Size(inner)));
        }
    }

    private static int Size(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static string? Text(JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;
}
