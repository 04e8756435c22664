using System.Globalization;

namespace TaskGen.Generator.CSharpText;

/// <summary>A hash of a text that is the same on every machine and in every version, for names in generated code.</summary>
internal static class StableHash
{
    /// <summary>The hash as eight hexadecimal digits.</summary>
    public static string TextOf(string text) => Of(text).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The hash as a number.</summary>
    public static uint Of(string text)
    {
        // FNV-1a over UTF-16 code units.
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash;
    }
}
