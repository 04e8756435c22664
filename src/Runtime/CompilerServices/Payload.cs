using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using TaskGen.Definitions;

namespace TaskGen.CompilerServices;

/// <summary>Reads the properties of a payload, which is a JSON object. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Payload
{
    /// <summary>Reads the start of the object.</summary>
    /// <param name="reader">The reader, positioned before the first token.</param>
    /// <exception cref="TaskArgumentException">The JSON is not an object.</exception>
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

    /// <summary>Moves to the next property.</summary>
    /// <param name="reader">The reader, positioned on the start of the object or on the last token of a value.</param>
    /// <returns>
    /// <see langword="true"/> if there is another property; <see langword="false"/> if the reader has reached the end of the object.
    /// </returns>
    /// <exception cref="TaskArgumentException">The payload is not valid JSON.</exception>
    public static bool MoveNext(ref Utf8JsonReader reader)
    {
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                return false;
            }

            // The value is first skipped with a copy of the reader, so that the code that reads it next cannot encounter invalid JSON.
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
            throw new TaskArgumentException(null, ["a property name is not valid Unicode"]);
        }
    }

    /// <summary>
    /// Skips a property for which the task has no parameter. A newer version of the caller might send additional arguments.
    /// </summary>
    /// <param name="reader">
    /// The reader, positioned on the property name. After the call, it is positioned on the last token of the value.
    /// </param>
    /// <returns><see langword="true"/>.</returns>
    public static bool Skip(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return true;
    }

    // The exception message of the reader can quote the JSON, but messages must not repeat arguments.
    private static TaskArgumentException NotJson(JsonException exception) =>
        new(null, [string.Create(CultureInfo.InvariantCulture,
            $"the arguments are not valid JSON with at most {PayloadCodec.MaxDepth} levels of nesting (line {exception.LineNumber}, "
            + $"byte {exception.BytePositionInLine})")]);
}
