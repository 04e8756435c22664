using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using TaskGen.Definitions;
using TaskGen.Exceptions;
using TaskGen.Serialization;

namespace TaskGen.CompilerServices;

/// <summary>Serializes a type of the application with the JSON metadata from the JSON serializer options.</summary>
/// <remarks>
/// The value is first written to a separate buffer. The serializer silently replaces unpaired surrogates with U+FFFD, and only the complete
/// JSON shows whether a character might have been replaced.
/// </remarks>
internal sealed class JsonValue<T> : PayloadValue<T>
{
    protected override bool AllowsNull => typeof(T) == typeof(JsonElement);

    protected override void WriteCore(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var typeInfo = TypeInfoOf(options);
        var depth = PayloadCodec.MaxDepth - writer.CurrentDepth;
        if (depth <= 0)
        {
            throw PayloadArray.TooDeep();
        }

        // The encoder does not escape a regular U+FFFD, but it escapes one that replaces an unpaired surrogate.
        var buffer = new ArrayBufferWriter<byte>();
        Serialize(buffer, value, typeInfo, WireEncoder.WriterOptions with { MaxDepth = depth });
        if (ReplacementIn(buffer.WrittenSpan) is >= 0 and var end)
        {
            throw new PayloadProblemException(
                PayloadText.Unpaired, path: JsonWriteProblems.PathOf(value, typeInfo, buffer.WrittenSpan[..end]));
        }

        writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
    }

    protected override T ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var typeInfo = TypeInfoOf(options);
        var start = reader;
        try
        {
            return JsonSerializer.Deserialize(ref reader, typeInfo)!;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw JsonReadProblems.Explain(ref start, typeInfo, exception);
        }
    }

    protected override JsonNode DescribeCore(JsonSerializerOptions options) => JsonShape.Of(TypeInfoOf(options));

    private static void Serialize(ArrayBufferWriter<byte> buffer, T value, JsonTypeInfo<T> typeInfo, JsonWriterOptions options)
    {
        using var writer = new Utf8JsonWriter(buffer, options);
        try
        {
            JsonSerializer.Serialize(writer, value, typeInfo);
            writer.Flush();
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            // The JSON that is already written shows which member is the cause.
            var isTooDeep = exception is JsonException or InvalidOperationException && writer.CurrentDepth >= options.MaxDepth;
            writer.Flush();
            throw JsonWriteProblems.Explain(value, typeInfo, buffer.WrittenSpan, isTooDeep, exception);
        }
    }

    /// <summary>
    /// Returns the position of the first escape sequence of U+FFFD in the JSON, with a backslash that is not itself escaped; -1 if there is
    /// none.
    /// </summary>
    private static int ReplacementIn(ReadOnlySpan<byte> json)
    {
        for (var start = 0; json[start..].IndexOf("\\uFFFD"u8) is >= 0 and var offset; start += offset + 1)
        {
            var before = json[..(start + offset)];
            if ((before.Length - before.TrimEnd((byte)'\\').Length) % 2 == 0)
            {
                return start + offset;
            }
        }

        return -1;
    }

    private static JsonTypeInfo<T> TypeInfoOf(JsonSerializerOptions options)
    {
        try
        {
            return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
        catch (InvalidOperationException exception)
        {
            // The metadata does not depend on values, so the exception message contains none.
            throw new PayloadProblemException(
                $"is of type {typeof(T)}, whose JSON metadata is not valid ({exception.Message.TrimEnd('.')})", exception);
        }
        catch (NotSupportedException exception)
        {
            throw new PayloadProblemException(
                $"is of type {typeof(T)}, for which no JSON metadata is available; "
                + "add the type to a JsonSerializerContext and register the context with "
                + "[assembly: TaskJsonContext<...>]",
                exception);
        }
    }
}
