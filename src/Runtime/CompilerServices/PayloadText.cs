using System.Text.Json;
using TaskGen.Exceptions;
using TaskGen.Primitives;

namespace TaskGen.CompilerServices;

/// <summary>Strings that travel unchanged or not at all.</summary>
internal static class PayloadText
{
    /// <summary>Writes a string; one half of a surrogate pair would silently become U+FFFD, so it is refused.</summary>
    public static void Write(Utf8JsonWriter writer, string value)
    {
        if (!Unicode.IsWellFormed(value))
        {
            throw new PayloadProblemException("contains a lone surrogate, which cannot be written as JSON");
        }

        writer.WriteStringValue(value);
    }
}
