using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TaskGen;

/// <summary>
/// The bytes of a failure: <c>{"type":...,"message":...,"stack":...}</c>. Type and message are text for people; reading them back builds nothing but strings.
/// </summary>
internal static class FailureCodec
{
    /// <summary>The most bytes that the texts of a failure take; what is longer is cut.</summary>
    public const int MaxBytes = 8 * 1024;

    private const int MaxTypeLength = 512;

    public static ReadOnlyMemory<byte> Write(Exception exception) =>
        Write(
            exception.GetType().ToString(),
            Read(exception, static e => e.Message) ?? "The exception has no message that can be read.",
            Read(exception, static e => e.StackTrace));

    public static ReadOnlyMemory<byte> Write(string type, string message, string? stack)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        var left = MaxBytes;
        writer.WriteStartObject();
        writer.WriteString("type"u8, Cut(type, MaxTypeLength, ref left));
        writer.WriteString("message"u8, Cut(message, MaxBytes / 2, ref left));
        if (stack is not null)
        {
            writer.WriteString("stack"u8, Cut(stack, left, ref left));
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static (string Type, string Message, string? Stack) Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return (
            root.GetProperty("type"u8).GetString() ?? "",
            root.GetProperty("message"u8).GetString() ?? "",
            root.TryGetProperty("stack"u8, out var stack) ? stack.GetString() : null);
    }

    // Both are virtual, and so the user's code.
    private static string? Read(Exception exception, Func<Exception, string?> property)
    {
        try
        {
            return property(exception);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static string Cut(string text, int most, ref int left)
    {
        most = Math.Min(most, left);
        if (Encoding.UTF8.GetByteCount(text) > most)
        {
            var kept = Math.Max(0, Math.Min(text.Length, most / 3));
            text = string.Concat(text.AsSpan(0, kept), "... (cut)");
        }

        left = Math.Max(0, left - Encoding.UTF8.GetByteCount(text));
        return text;
    }
}
