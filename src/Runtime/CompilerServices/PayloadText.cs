using System.Text.Json;
using TaskGen.Exceptions;
using TaskGen.Primitives;

namespace TaskGen.CompilerServices;

/// <summary>Writes strings to JSON, and refuses strings that the serialization would change.</summary>
internal static class PayloadText
{
    /// <summary>
    /// Writes a string. A string with an unpaired surrogate is refused, because the writer would silently replace the surrogate with
    /// U+FFFD.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, string value)
    {
        if (!Unicode.IsWellFormed(value))
        {
            throw new PayloadProblemException("contains an unpaired surrogate, which cannot be written as JSON");
        }

        writer.WriteStringValue(value);
    }
}
