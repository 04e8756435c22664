using System.Text;

namespace TaskGen.Serialization;

/// <summary>Cuts strings to a number of UTF-8 bytes.</summary>
internal static class LimitedText
{
    private const string Mark = "... (cut)";

    /// <summary>
    /// Returns the longest beginning of a string that fits into a number of UTF-8 bytes, with a mark if something was cut.
    /// </summary>
    /// <param name="text">The string to cut.</param>
    /// <param name="maxBytes">The maximum size of the returned string, in bytes.</param>
    /// <returns>The string; empty if not even the mark fits.</returns>
    public static string Cut(string text, int maxBytes)
    {
        // A character occupies at least one byte, so a longer string is never measured as a whole.
        if (text.Length <= maxBytes && Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        if (maxBytes < Mark.Length)
        {
            return "";
        }

        var bytes = new byte[maxBytes - Mark.Length];
        Encoding.UTF8.GetEncoder().Convert(
            text.AsSpan(0, Math.Min(text.Length, bytes.Length)), bytes, flush: false, out var kept, out _, out _);
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1]))
        {
            kept--;
        }

        return string.Concat(text.AsSpan(0, kept), Mark);
    }
}
