using System.Buffers;
using System.Text;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Definitions;

namespace TaskGen.Execution;

/// <summary>
/// Finds the sensitive values in JSON, to mask them for display and to collect the values that must be masked in other strings.
/// </summary>
internal static class SensitiveJson
{
    /// <summary>The string that replaces a sensitive value.</summary>
    public const string Mask = "***";

    /// <summary>The JSON that replaces the arguments if all of them must be masked.</summary>
    public const string All = $"\"{Mask}\"";

    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = PayloadCodec.MaxDepth };

    /// <summary>
    /// Returns the arguments of a task for display. Data that might be sensitive is also masked: an argument for which the task has no
    /// parameter, and JSON that is not an object.
    /// </summary>
    /// <param name="arguments">The arguments as UTF-8 JSON.</param>
    /// <param name="sensitivity">The sensitive data of the task; null if there is none.</param>
    /// <param name="parameters">The names of the parameters; null if the task does not describe them.</param>
    /// <param name="options">The JSON options of the host.</param>
    public static string MaskArguments(
        ReadOnlyMemory<byte> arguments,
        TaskSensitivity? sensitivity,
        IReadOnlyCollection<string>? parameters,
        JsonSerializerOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var document = JsonDocument.Parse(arguments, ReadOptions);
            using var writer = new Utf8JsonWriter(buffer);
            writer.WriteStartObject();
            foreach (var argument in document.RootElement.EnumerateObject())
            {
                writer.WritePropertyName(argument.Name);
                var part = sensitivity?.Find(argument.Name);
                if (part is { Members.Count: 0 } || (part is null && parameters is not null && !parameters.Contains(argument.Name)))
                {
                    writer.WriteStringValue(Mask);
                }
                else
                {
                    Write(writer, argument.Value, part is null ? null : new SensitiveNames(part.Members, options));
                }
            }

            writer.WriteEndObject();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return All;
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Passes each sensitive string and number in the arguments to a callback.</summary>
    /// <exception cref="JsonException">The arguments are not a single JSON object.</exception>
    public static void FindInArguments(
        ReadOnlyMemory<byte> arguments, TaskSensitivity sensitivity, JsonSerializerOptions options, Action<JsonElement> found)
    {
        using var document = JsonDocument.Parse(arguments, ReadOptions);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The arguments are not a JSON object.");
        }

        foreach (var argument in document.RootElement.EnumerateObject())
        {
            if (sensitivity.Find(argument.Name) is { } part)
            {
                Find(argument.Value, part.Members, options, found);
            }
        }
    }

    /// <summary>Passes each sensitive string and number in a value to a callback.</summary>
    /// <exception cref="JsonException">The value is not valid JSON.</exception>
    public static void Find(
        ReadOnlyMemory<byte> json, IReadOnlyList<string> members, JsonSerializerOptions options, Action<JsonElement> found)
    {
        using var document = JsonDocument.Parse(json, ReadOptions);
        Find(document.RootElement, members, options, found);
    }

    private static void Find(JsonElement value, IReadOnlyList<string> members, JsonSerializerOptions options, Action<JsonElement> found)
    {
        if (members.Count == 0)
        {
            FindLeaves(value, found);
        }
        else
        {
            FindMembers(value, new SensitiveNames(members, options), found);
        }
    }

    private static void FindMembers(JsonElement value, SensitiveNames names, Action<JsonElement> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (names.Contains(member.Name))
                    {
                        FindLeaves(member.Value, found);
                    }
                    else
                    {
                        FindMembers(member.Value, names, found);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                {
                    FindMembers(element, names, found);
                }

                break;
        }
    }

    private static void FindLeaves(JsonElement value, Action<JsonElement> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    FindLeaves(member.Value, found);
                }

                break;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                {
                    FindLeaves(element, found);
                }

                break;
            case JsonValueKind.String or JsonValueKind.Number:
                found(value);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, SensitiveNames? names)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when names is not null:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    if (names.Contains(member.Name))
                    {
                        writer.WriteStringValue(Mask);
                    }
                    else
                    {
                        Write(writer, member.Value, names);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array when names is not null:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    Write(writer, element, names);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
