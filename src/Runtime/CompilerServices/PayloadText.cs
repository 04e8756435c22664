using System.Text.Json;
using TaskGen.Exceptions;
using TaskGen.Primitives;

namespace TaskGen.CompilerServices;

/// <summary>Writes strings to JSON, and refuses strings that the serialization would change.</summary>
internal static class PayloadText
{
    /// <summary>The problem of a string that contains an unpaired surrogate.</summary>
    public const string Unpaired = "contains an unpaired surrogate, which cannot be written as JSON";

    /// <summary>The problem of JSON that contains an escaped or encoded character that is not valid.</summary>
    public const string Malformed = "contains text that is not valid Unicode";

    /// <summary>
    /// Writes a string. A string with an unpaired surrogate is refused, because the writer would silently replace the surrogate with
    /// U+FFFD.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, string value)
    {
        if (!Unicode.IsWellFormed(value))
        {
            throw new PayloadProblemException(Unpaired);
        }

        writer.WriteStringValue(value);
    }
}
