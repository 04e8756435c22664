using System.Globalization;
using System.Text.Json;
using TaskGen.Definitions;
using TaskGen.Primitives;

namespace TaskGen.Conditions;

/// <summary>Reads JSON that people have written, so that what is wrong with it is said without repeating it.</summary>
internal static class ConditionJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = PayloadCodec.MaxDepth,
    };

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="ConditionException">It is not JSON.</exception>
    public static JsonElement Parse(string text, string what)
    {
        if (!Unicode.IsWellFormed(text))
        {
            throw new ConditionException([$"the {what} have half of a surrogate pair and are no valid text"]);
        }

        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            // Its message may quote what it met.
            throw new ConditionException([string.Create(CultureInfo.InvariantCulture,
                $"the {what} are not valid JSON of at most {PayloadCodec.MaxDepth} levels (line {exception.LineNumber}, "
                + $"byte {exception.BytePositionInLine})")]);
        }
    }

    /// <summary>The members of an object.</summary>
    /// <exception cref="ConditionException">A name is no valid text.</exception>
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
            throw new ConditionException(["the name of a property is not valid Unicode"]);
        }
    }
}
