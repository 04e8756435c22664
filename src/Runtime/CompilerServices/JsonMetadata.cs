using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TaskGen.CompilerServices;

/// <summary>Finds JSON metadata, and describes positions in JSON. No method uses reflection.</summary>
internal static class JsonMetadata
{
    /// <summary>The text for an entry of a dictionary in a path. The key is not shown, because it is data.</summary>
    public const string Entry = "[*]";

    /// <summary>Returns the metadata of a type; null if there is none.</summary>
    public static JsonTypeInfo? Find(Type? type, JsonSerializerOptions options)
    {
        try
        {
            return type is null ? null : options.GetTypeInfo(type);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Returns the metadata of the underlying type if the type is nullable; otherwise, returns the metadata unchanged.</summary>
    public static JsonTypeInfo WithoutNull(JsonTypeInfo typeInfo) =>
        Nullable.GetUnderlyingType(typeInfo.Type) is { } type ? Find(type, typeInfo.Options) ?? typeInfo : typeInfo;

    /// <summary>Returns the metadata of the values of a member, with the converter and the number handling of the member.</summary>
    public static JsonTypeInfo? Find(JsonPropertyInfo member)
    {
        if (member.CustomConverter is null && member.NumberHandling is null)
        {
            return Find(member.PropertyType, member.Options);
        }

        var options = new JsonSerializerOptions(member.Options)
        {
            NumberHandling = member.NumberHandling ?? member.Options.NumberHandling,
        };
        if (member.CustomConverter is { } converter)
        {
            options.Converters.Insert(0, converter);
        }

        options.MakeReadOnly();
        return Find(member.PropertyType, options);
    }

    /// <summary>Returns the member with the specified name; null if there is none.</summary>
    public static JsonPropertyInfo? Member(JsonTypeInfo typeInfo, string? name)
    {
        foreach (var member in Members(typeInfo))
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Returns the members of a type. A type whose metadata contains no members has none.</summary>
    public static IList<JsonPropertyInfo> Members(JsonTypeInfo typeInfo)
    {
        try
        {
            return typeInfo.Kind == JsonTypeInfoKind.Object ? typeInfo.Properties : [];
        }
        catch (InvalidOperationException)
        {
            // The context contains only the code that writes the type (JsonSourceGenerationMode.Serialization).
            return [];
        }
    }

    /// <summary>Determines whether the serializer sets a member when it reads an object.</summary>
    public static bool IsRead(JsonPropertyInfo member) =>
        member.Set is not null
        || member.AssociatedParameter is not null
        || member.ObjectCreationHandling == JsonObjectCreationHandling.Populate
        || (member.ObjectCreationHandling is null
            && member.Options.PreferredObjectCreationHandling == JsonObjectCreationHandling.Populate);

    /// <summary>Determines whether the serializer refuses an object without the member.</summary>
    public static bool IsRequired(JsonPropertyInfo member) =>
        member.IsRequired
        || (member.Options.RespectRequiredConstructorParameters && member.AssociatedParameter is { HasDefaultValue: false });

    /// <summary>Determines whether a member must not be null.</summary>
    public static bool ForbidsNull(JsonPropertyInfo member, bool isWritten) =>
        member.Options.RespectNullableAnnotations && !(isWritten ? member.IsGetNullable : member.IsSetNullable);

    /// <summary>Determines whether the application provides the converter of a type, so that its JSON is not known.</summary>
    public static bool HasUserConverter(JsonTypeInfo? typeInfo) =>
        typeInfo is not null && typeInfo.Converter.GetType().Assembly != typeof(JsonSerializer).Assembly;

    /// <summary>Returns the step to a member, such as <c>.Price</c>, for a path.</summary>
    public static string Step(string name) => IsSimple(name) ? $".{name}" : $"['{name}']";

    private static bool IsSimple(string name)
    {
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
