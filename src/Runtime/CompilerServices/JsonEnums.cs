using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace TaskGen.CompilerServices;

/// <summary>Lists the members of enumerations in messages.</summary>
internal static class JsonEnums
{
    /// <summary>Returns examples of numbers, such as ", such as 0 (Red) or 1 (Green)"; empty if the enumeration has no members.</summary>
    public static string Examples(Type type)
    {
        var values = Enum.GetValuesAsUnderlyingType(type);
        var names = Enum.GetNames(type);
        var examples = names.Select((name, index) =>
            string.Create(CultureInfo.InvariantCulture, $"{values.GetValue(index)} ({name})"));
        return names.Length == 0 ? "" : $", such as {JsonNames.Join([.. examples])}";
    }

    /// <summary>
    /// Returns the problem of JSON that is no value of an enumeration; null if the type is not an enumeration, or if its names are not
    /// known.
    /// </summary>
    /// <param name="type">The enumeration.</param>
    /// <param name="typeInfo">The metadata of the enumeration, or of its nullable type.</param>
    /// <param name="schema">The JSON Schema of <paramref name="typeInfo"/>.</param>
    public static string? Expectation(Type type, JsonTypeInfo typeInfo, JsonObject schema)
    {
        if (!type.IsEnum)
        {
            return null;
        }

        var acceptsNumbers = JsonExpectation.Accepts("0", typeInfo);
        if (Names(type, typeInfo, schema) is not { Count: > 0 } names)
        {
            return acceptsNumbers ? $"must be a whole number{Examples(type)}" : null;
        }

        // The schema does not list the names of flags, because they can be combined.
        var form = schema.ContainsKey("enum") ? JsonNames.Join(names) : $"a string that combines names by commas: {JsonNames.Join(names)}";
        return acceptsNumbers ? $"must be {form}, or a whole number" : $"must be {form}";
    }

    /// <summary>Returns the names that keys of a dictionary can have, as a part of a message; empty if they are not known.</summary>
    public static string Keys(Type type, JsonSerializerOptions options)
    {
        if (!type.IsEnum || JsonMetadata.Find(type, options) is not { } typeInfo || JsonMetadata.HasUserConverter(typeInfo))
        {
            return "";
        }

        var names = JsonExpectation.SchemaOf(typeInfo) is JsonObject schema ? Names(type, typeInfo, schema) : [];
        return $"; use {JsonNames.Join(names.Count > 0 ? names : Enum.GetNames(type))}";
    }

    // The converter of the type writes the names, so that they have its naming policy.
    private static List<string> Names(Type type, JsonTypeInfo typeInfo, JsonObject schema)
    {
        var names = new List<string>();
        if (schema["enum"] is JsonArray constants)
        {
            foreach (var constant in constants)
            {
                if (constant is not null && constant.GetValueKind() == JsonValueKind.String)
                {
                    names.Add(constant.GetValue<string>());
                }
            }

            return names;
        }

        foreach (var number in Enum.GetValuesAsUnderlyingType(type))
        {
            var written = JsonSerializer.SerializeToElement(Enum.ToObject(type, number), typeInfo);
            if (written.ValueKind == JsonValueKind.String && written.GetString() is { } name && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }
}
