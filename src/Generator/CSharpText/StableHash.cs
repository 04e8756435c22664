using System.Globalization;

namespace TaskGen.Generator.CSharpText;

/// <summary>
/// Calculates hashes of strings for names in generated code. The hashes are the same on every machine and in every version.
/// </summary>
internal static class StableHash
{
    /// <summary>Returns the hash as eight hexadecimal digits.</summary>
    public static string TextOf(string text) => Of(text).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Returns the hash as a number.</summary>
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
