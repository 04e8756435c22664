using System.Text.Json.Nodes;

namespace TaskGen.CompilerServices;

/// <summary>Creates JSON Schemas for arrays, tuples, and nullable values from the schemas of their parts.</summary>
internal static class PayloadShape
{
    private const string Reference = "$ref";

    /// <summary>Creates a schema that allows any value, with a comment that contains the reason why the schema is unknown.</summary>
    public static JsonNode Unknown(string reason) => new JsonObject { ["$comment"] = reason };

    /// <summary>Creates the schema of an array whose elements all have the same schema.</summary>
    public static JsonNode Array(JsonNode element) => new JsonObject { ["type"] = "array", ["items"] = Moved(element, "/items") };

    /// <summary>Creates the schema of an array with one schema per position.</summary>
    public static JsonNode Tuple(IReadOnlyList<JsonNode> elements)
    {
        var places = new JsonArray();
        for (var index = 0; index < elements.Count; index++)
        {
            places.Add(Moved(elements[index], $"/prefixItems/{index}"));
        }

        return new JsonObject
        {
            ["type"] = "array",
            ["prefixItems"] = places,
            ["minItems"] = elements.Count,
            ["maxItems"] = elements.Count,
        };
    }

    /// <summary>Extends a schema so that it also allows null.</summary>
    public static JsonNode OrNull(JsonNode shape)
    {
        if (shape is not JsonObject { Count: > 0 } described)
        {
            return shape;
        }

        if (described["type"] is JsonValue type && !described.ContainsKey("enum") && !described.ContainsKey("const"))
        {
            var name = type.GetValue<string>();
            if (name != "null")
            {
                described["type"] = new JsonArray(name, "null");
            }

            return described;
        }

        return described["type"] is JsonArray types && types.Any(static name => name!.GetValue<string>() == "null")
            ? described
            : new JsonObject { ["anyOf"] = new JsonArray(Moved(described, "/anyOf/0"), new JsonObject { ["type"] = "null" }) };
    }

    // A schema refers to its parts by their paths from the root. These paths change when the schema becomes a part of another schema.
    private static JsonNode Moved(JsonNode shape, string path)
    {
        switch (shape)
        {
            case JsonObject parts:
                if (parts[Reference] is JsonValue reference && reference.TryGetValue<string>(out var target) && target.StartsWith('#'))
                {
                    parts[Reference] = string.Concat("#", path, target.AsSpan(1));
                }

                foreach (var (_, part) in parts)
                {
                    Move(part);
                }

                break;
            case JsonArray parts:
                foreach (var part in parts)
                {
                    Move(part);
                }

                break;
        }

        return shape;

        void Move(JsonNode? part)
        {
            if (part is JsonObject or JsonArray)
            {
                Moved(part, path);
            }
        }
    }
}
