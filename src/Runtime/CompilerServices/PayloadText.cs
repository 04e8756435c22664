using System.Text.Json;
using TaskGen.Exceptions;
using TaskGen.Primitives;

namespace TaskGen.CompilerServices;

/// <summary>Writes strings, and refuses those that would change when they are serialized.</summary>
internal static class PayloadText
{
    /// <summary>
    /// Writes a string. A lone surrogate is refused, because the writer would replace it with U+FFFD without reporting it.
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
