using System.Globalization;
using System.Text.Json;
using TaskGen.Definitions;
using TaskGen.Primitives;

namespace TaskGen.Conditions;

/// <summary>Reads JSON that was written by hand. Its exception messages do not repeat the JSON.</summary>
internal static class ConditionJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = PayloadCodec.MaxDepth,
    };

    /// <summary>Parses a JSON string.</summary>
    /// <param name="text">The JSON string.</param>
    /// <param name="what">The noun for the string in messages, in the plural, such as "rules".</param>
    /// <exception cref="ConditionException">The string is not valid JSON.</exception>
    public static JsonElement Parse(string text, string what)
    {
        if (!Unicode.IsWellFormed(text))
        {
            throw new ConditionException([$"the {what} contain an unpaired surrogate, so they are not valid Unicode"]);
        }

        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            // The exception message might quote the string.
            throw new ConditionException([string.Create(CultureInfo.InvariantCulture,
                $"the {what} are not valid JSON with at most {PayloadCodec.MaxDepth} levels of nesting (line {exception.LineNumber}, "
                + $"byte {exception.BytePositionInLine})")]);
        }
    }

    /// <summary>Gets the members of an object.</summary>
    /// <exception cref="ConditionException">A name is not valid Unicode.</exception>
    public static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            yield return (Name(member), member.Value);
        }
    }

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw new ConditionException(["a property name is not valid Unicode"]);
        }
    }
}
