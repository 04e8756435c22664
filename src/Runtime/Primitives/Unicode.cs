namespace TaskGen.Primitives;

/// <summary>Checks strings before they are encoded as UTF-8, because the encoding silently replaces unpaired surrogates.</summary>
internal static class Unicode
{
    /// <summary>Determines whether every surrogate in the string is part of a pair.</summary>
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
