using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>
/// Explains why the JSON serializer could not read a value: which member is the reason, which JSON it requires, and which JSON it found.
/// The explanation contains names of members and types, but no values.
/// </summary>
internal static class JsonReadProblems
{
    /// <summary>Explains an exception of the serializer.</summary>
    /// <param name="reader">The reader, positioned on the first token of the value.</param>
    /// <param name="typeInfo">The metadata of the value.</param>
    /// <param name="exception">The exception.</param>
    public static PayloadProblemException Explain(ref Utf8JsonReader reader, JsonTypeInfo typeInfo, Exception exception)
    {
        var path = new StringBuilder();
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return Find(document.RootElement, typeInfo, exception, path);
        }
        catch (InvalidOperationException)
        {
            // A name or a text contains an escape sequence or a byte that is not valid.
            return new PayloadProblemException(PayloadText.Malformed, path: path.ToString());
        }
        catch (Exception other) when (other is not OutOfMemoryException)
        {
            return new PayloadProblemException($"cannot be read as {typeInfo.Type} ({exception.GetType().Name})", path: path.ToString());
        }
    }

    // Each round reads the parts of a value separately, and continues with the first part that cannot be read.
    private static PayloadProblemException Find(JsonElement json, JsonTypeInfo typeInfo, Exception exception, StringBuilder path)
    {
        while (true)
        {
            var actual = JsonMetadata.WithoutNull(typeInfo);
            if (actual.PolymorphismOptions is { } options && json.ValueKind == JsonValueKind.Object)
            {
                if (JsonDerivedTypes.Find(json, actual, options) is not { } derived)
                {
                    return Problem(JsonDerivedTypes.Expectation(actual.Type, options));
                }

                actual = derived;
            }

            if (FindPart(json, actual, path) is not var (part, partInfo, failure))
            {
                return Problem(
                    actual.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary && json.ValueKind == JsonValueKind.Object
                        ? ExplainWhole(json, actual, exception, path)
                        : JsonExpectation.Of(json, typeInfo, exception));
            }

            if (part.ValueKind == JsonValueKind.Null)
            {
                return Problem("must not be null");
            }

            (json, typeInfo, exception) = (part, partInfo, failure);
        }

        PayloadProblemException Problem(string problem) => new(problem, path: path.ToString());
    }

    private static (JsonElement Part, JsonTypeInfo TypeInfo, Exception Exception)? FindPart(
        JsonElement json, JsonTypeInfo typeInfo, StringBuilder path)
    {
        switch (typeInfo.Kind, json.ValueKind)
        {
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                foreach (var property in json.EnumerateObject())
                {
                    if (JsonMetadata.Member(typeInfo, property.Name) is { } member
                        && JsonMetadata.IsRead(member)
                        && JsonMetadata.Find(member) is { } memberInfo
                        && MemberRefusal(property.Value, member, memberInfo) is { } failure)
                    {
                        path.Append(JsonMetadata.Step(member.Name));
                        return (property.Value, memberInfo, failure);
                    }
                }

                return null;
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                return JsonMetadata.Find(typeInfo.ElementType, typeInfo.Options) is { } elementInfo
                    ? FindElement(json.EnumerateArray(), elementInfo, path, isIndexed: true)
                    : null;
            case (JsonTypeInfoKind.Dictionary, JsonValueKind.Object):
                return JsonMetadata.Find(typeInfo.ElementType, typeInfo.Options) is { } entryInfo
                    ? FindElement(json.EnumerateObject().Select(static entry => entry.Value), entryInfo, path, isIndexed: false)
                    : null;
            default:
                return null;
        }
    }

    private static (JsonElement Part, JsonTypeInfo TypeInfo, Exception Exception)? FindElement(
        IEnumerable<JsonElement> elements, JsonTypeInfo typeInfo, StringBuilder path, bool isIndexed)
    {
        var index = 0;
        foreach (var element in elements)
        {
            if (JsonExpectation.Refusal(element, typeInfo) is { } failure)
            {
                path.Append(isIndexed ? $"[{index}]" : JsonMetadata.Entry);
                return (element, typeInfo, failure);
            }

            index++;
        }

        return null;
    }

    private static Exception? MemberRefusal(JsonElement json, JsonPropertyInfo member, JsonTypeInfo typeInfo) =>
        json.ValueKind == JsonValueKind.Null && JsonMetadata.ForbidsNull(member, isWritten: false)
            ? new JsonException()
            : JsonExpectation.Refusal(json, typeInfo);

    // All parts can be read, so the object or dictionary as a whole is the problem.
    private static string ExplainWhole(JsonElement json, JsonTypeInfo typeInfo, Exception exception, StringBuilder path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                if (JsonMetadata.Member(typeInfo, property.Name) is null)
                {
                    return "contains a property that appears more than once";
                }

                path.Append(JsonMetadata.Step(property.Name));
                return "appears more than once";
            }
        }

        if (typeInfo.Kind == JsonTypeInfoKind.Dictionary)
        {
            return JsonExpectation.OfKeys(json, typeInfo, exception);
        }

        foreach (var member in JsonMetadata.Members(typeInfo))
        {
            if (JsonMetadata.IsRequired(member) && !names.Contains(member.Name))
            {
                path.Append(JsonMetadata.Step(member.Name));
                return "is missing";
            }
        }

        return exception is NotSupportedException
            ? $"cannot be read as {typeInfo.Type} because the JSON serializer cannot create an instance of the type"
            : $"cannot be read as {typeInfo.Type} because its constructor or a member throws {exception.GetType()}";
    }
}
