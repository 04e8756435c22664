using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using TaskGen.Definitions;

namespace TaskGen.CompilerServices;

/// <summary>Walks the one JSON object that a payload is. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Payload
{
    /// <summary>Expects the start of the object.</summary>
    /// <param name="reader">Before the first token.</param>
    /// <exception cref="TaskArgumentException">It is something else.</exception>
    public static void ReadStart(ref Utf8JsonReader reader)
    {
        try
        {
            reader.Read();
        }
        catch (JsonException exception)
        {
            throw NotJson(exception);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new TaskArgumentException(null, ["the arguments must be one JSON object"]);
        }
    }

    /// <summary>Goes to the next property.</summary>
    /// <param name="reader">On the start of the object or the last token of a value.</param>
    /// <returns>Whether there is one; false: the reader is on the end of the object.</returns>
    /// <exception cref="TaskArgumentException">The text is not JSON.</exception>
    public static bool MoveNext(ref Utf8JsonReader reader)
    {
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                return false;
            }

            // Looks at the value too, so that whoever reads it need not expect broken text.
            var ahead = reader;
            ahead.Skip();
            if (reader.ValueIsEscaped)
            {
                reader.GetString();
            }

            return true;
        }
        catch (JsonException exception)
        {
            throw NotJson(exception);
        }
        catch (InvalidOperationException)
        {
            throw new TaskArgumentException(null, ["the name of a property is not valid Unicode"]);
        }
    }

    /// <summary>Passes over a property that nobody knows: a newer caller may send more than this version understands.</summary>
    /// <param name="reader">On the name of the property; on the last token of its value afterwards.</param>
    /// <returns>True.</returns>
    public static bool Skip(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return true;
    }

    // The message of the reader may quote what it met, and arguments are never repeated.
    private static TaskArgumentException NotJson(JsonException exception) =>
        new(null, [string.Create(CultureInfo.InvariantCulture,
            $"the arguments are not valid JSON of at most {PayloadCodec.MaxDepth} levels (line {exception.LineNumber}, "
            + $"byte {exception.BytePositionInLine})")]);
}
