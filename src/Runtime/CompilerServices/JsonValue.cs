using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using TaskGen.Definitions;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>A type of the user, through the description that the options have of it.</summary>
/// <remarks>
/// It is written aside first: the serializer replaces half surrogates by U+FFFD without a word, and only the finished text shows that
/// something may have been replaced.
/// </remarks>
internal sealed class JsonValue<T> : PayloadValue<T>
{
    private static readonly JsonSchemaExporterOptions ShapeOptions = new() { TreatNullObliviousAsNonNullable = true };

    protected override bool AllowsNull => typeof(T) == typeof(JsonElement);

    protected override void WriteCore(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var typeInfo = TypeInfoOf(options);
        var depth = PayloadCodec.MaxDepth - writer.CurrentDepth;
        if (depth <= 0)
        {
            throw PayloadArray.TooDeep();
        }

        var buffer = new ArrayBufferWriter<byte>();
        Serialize(buffer, value, typeInfo, new JsonWriterOptions { MaxDepth = depth });
        if (HasReplacement(buffer.WrittenSpan))
        {
            // It may be U+FFFD itself, a character like any other. The relaxed encoder copies that one and escapes only what it had to
            // replace.
            var relaxed = new ArrayBufferWriter<byte>();
            Serialize(
                relaxed,
                value,
                typeInfo,
                new JsonWriterOptions { MaxDepth = depth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            if (HasReplacement(relaxed.WrittenSpan))
            {
                throw new PayloadProblemException("contains a lone surrogate, which cannot be written as JSON");
            }
        }

        writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
    }

    protected override T ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var typeInfo = TypeInfoOf(options);
        try
        {
            return JsonSerializer.Deserialize(ref reader, typeInfo)!;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Messages of the serializer and of converters may repeat data, so only the kind of the failure is told.
            throw new PayloadProblemException($"does not fit {typeof(T)} ({exception.GetType().Name})");
        }
    }

    protected override JsonNode DescribeCore(JsonSerializerOptions options) => TypeInfoOf(options).GetJsonSchemaAsNode(ShapeOptions);

    private static void Serialize(ArrayBufferWriter<byte> buffer, T value, JsonTypeInfo<T> typeInfo, JsonWriterOptions options)
    {
        using var writer = new Utf8JsonWriter(buffer, options);
        try
        {
            JsonSerializer.Serialize(writer, value, typeInfo);
            writer.Flush();
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException && writer.CurrentDepth >= options.MaxDepth)
        {
            throw PayloadArray.TooDeep();
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            throw new PayloadProblemException("cannot be written as JSON", exception);
        }
    }

    /// <summary>Whether the text holds the escape of U+FFFD, that is one with an unescaped backslash.</summary>
    private static bool HasReplacement(ReadOnlySpan<byte> json)
    {
        for (var start = 0; json[start..].IndexOf("\\uFFFD"u8) is >= 0 and var offset; start += offset + 1)
        {
            var before = json[..(start + offset)];
            if ((before.Length - before.TrimEnd((byte)'\\').Length) % 2 == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static JsonTypeInfo<T> TypeInfoOf(JsonSerializerOptions options)
    {
        try
        {
            return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new PayloadProblemException(
                $"is of type {typeof(T)}, which has no JSON description: put it into a JsonSerializerContext and name that with [assembly: "
                + "TaskJsonContext<...>]",
                exception);
        }
    }
}
