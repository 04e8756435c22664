using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace TaskGen.CompilerServices;

/// <summary>
/// Describes the JSON that a type requires. The description is taken from the schema of the serializer. If a converter of the application
/// reads the type, its form is not known, and none is described.
/// </summary>
internal static class JsonExpectation
{
    private const string Text = "a string";

    private static readonly JsonSchemaExporterOptions SchemaOptions = new() { TreatNullObliviousAsNonNullable = true };

    /// <summary>Returns the exception that the serializer throws for a value; null if it can read the value.</summary>
    public static Exception? Refusal(JsonElement json, JsonTypeInfo typeInfo)
    {
        try
        {
            json.Deserialize(typeInfo);
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception;
        }
    }

    /// <summary>Determines whether the serializer can read a value.</summary>
    public static bool Accepts(string json, JsonTypeInfo typeInfo) => Refusal(JsonElement.Parse(json), typeInfo) is null;

    /// <summary>Returns the JSON Schema of a type; null if the serializer does not provide it.</summary>
    public static JsonNode? SchemaOf(JsonTypeInfo typeInfo)
    {
        try
        {
            return typeInfo.GetJsonSchemaAsNode(SchemaOptions);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Returns the problem of a value that cannot be read, and that contains no part that cannot be read.</summary>
    public static string Of(JsonElement json, JsonTypeInfo typeInfo, Exception exception)
    {
        var type = Nullable.GetUnderlyingType(typeInfo.Type) ?? typeInfo.Type;
        if (json.ValueKind == JsonValueKind.String)
        {
            // This throws an InvalidOperationException if the text is not valid Unicode.
            json.GetString();
        }

        if (type != typeof(TaskId) && (JsonMetadata.HasUserConverter(typeInfo) || SchemaOf(typeInfo) is not JsonObject))
        {
            return Unknown(json, type, exception);
        }

        var found = Kind(json);
        var schema = SchemaOf(typeInfo) as JsonObject ?? [];
        var accepted = Accepted(schema);
        var isForm = accepted.Count == 0 || accepted.Contains(found);
        if (JsonEnums.Expectation(type, typeInfo, schema) is { } members)
        {
            return $"cannot be read as {type}; it {members}";
        }

        if (JsonPlainTypes.Expectation(type) is { } plain)
        {
            var also = accepted is [_, Text] or [Text, _] ? ", or a string that contains it" : "";
            return $"cannot be read as {type}; it {plain}{also}{(isForm ? "" : $", but is {found}")}";
        }

        return isForm
            ? Unknown(json, type, exception)
            : $"cannot be read as {type}; it must be {JsonNames.Join(accepted)}, but is {found}";
    }

    /// <summary>Returns the problem of a dictionary whose values can be read.</summary>
    public static string OfKeys(JsonElement json, JsonTypeInfo typeInfo, Exception exception)
    {
        foreach (var entry in json.EnumerateObject())
        {
            var single = new JsonObject { [entry.Name] = JsonNode.Parse(entry.Value.GetRawText()) };
            if (typeInfo.KeyType is { } key && !Accepts(single.ToJsonString(), typeInfo))
            {
                return $"has a key that cannot be read as {key}{JsonEnums.Keys(key, typeInfo.Options)}";
            }
        }

        return Unknown(json, typeInfo.Type, exception);
    }

    /// <summary>Returns the problem of a value whose required form is not known.</summary>
    public static string Unknown(JsonElement json, Type type, Exception exception) =>
        $"cannot be read as {type} from {Kind(json)} ({exception.GetType().Name})";

    private static List<string> Accepted(JsonObject schema)
    {
        var kinds = schema["type"] switch
        {
            JsonArray several => several.Select(static kind => Kind(kind!.GetValue<string>())),
            JsonNode single => [Kind(single.GetValue<string>())],
            _ => [],
        };
        return [.. kinds.OfType<string>().Distinct()];
    }

    private static string? Kind(string kind) => kind switch
    {
        "string" => Text,
        "integer" or "number" => "a number",
        "boolean" => "true or false",
        "object" => "an object",
        "array" => "an array",
        _ => null,
    };

    private static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Text,
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => "null",
    };
}
