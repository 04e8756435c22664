using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TaskGen.CompilerServices;

/// <summary>Finds the derived type that a JSON object specifies by its type discriminator.</summary>
internal static class JsonDerivedTypes
{
    /// <summary>
    /// Returns the metadata of the specified derived type, or of the base type if the object does not need a discriminator; null if the
    /// object needs one and has no valid one.
    /// </summary>
    public static JsonTypeInfo? Find(JsonElement json, JsonTypeInfo typeInfo, JsonPolymorphismOptions options)
    {
        if (!json.TryGetProperty(options.TypeDiscriminatorPropertyName, out var discriminator))
        {
            return typeInfo.Type.IsAbstract ? null : typeInfo;
        }

        foreach (var derived in options.DerivedTypes)
        {
            if (derived.TypeDiscriminator switch
                {
                    string name => discriminator.ValueKind == JsonValueKind.String && discriminator.ValueEquals(name),
                    int number => discriminator.ValueKind == JsonValueKind.Number
                        && discriminator.TryGetInt32(out var found) && found == number,
                    _ => false,
                })
            {
                return JsonMetadata.Find(derived.DerivedType, typeInfo.Options);
            }
        }

        return options.IgnoreUnrecognizedTypeDiscriminators && !typeInfo.Type.IsAbstract ? typeInfo : null;
    }

    /// <summary>Returns the problem of an object without a valid discriminator.</summary>
    public static string Expectation(Type type, JsonPolymorphismOptions options)
    {
        var values = options.DerivedTypes.Select(static derived => $"{derived.TypeDiscriminator}").Where(static value => value.Length > 0)
            .ToList();
        return values.Count == 0
            ? $"cannot be read as {type} because its derived types have no type discriminators"
            : $"must have the property '{options.TypeDiscriminatorPropertyName}' with the value {JsonNames.Join(values)}";
    }
}
