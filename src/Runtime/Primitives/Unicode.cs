namespace TaskGen.Primitives;

/// <summary>Checks text before it is encoded as UTF-8, which would silently replace a lone surrogate.</summary>
internal static class Unicode
{
    /// <summary>Returns true if every surrogate in the text is part of a pair.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        var next = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (next >= 0)
        {
            if (next + 1 >= text.Length || !char.IsSurrogatePair(text[next], text[next + 1]))
            {
                return false;
            }

            text = text[(next + 2)..];
            next = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return true;
    }
}
