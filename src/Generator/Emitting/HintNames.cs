using System.Globalization;
using System.Text;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// The names of generated files. The compiler compares them without case, so the full name is followed by a hash of its exact spelling;
/// it depends on nothing else, so a file keeps its name whatever happens around it.
/// </summary>
internal static class HintNames
{
    /// <summary>A hash that is the same on every machine and in every version.</summary>
    public static string StableHash(string text) => StableHashCode(text).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The same as a number.</summary>
    public static uint StableHashCode(string text)
    {
        // FNV-1a over UTF-16 code units.
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash;
    }

    /// <summary>The file of a class of tasks.</summary>
    /// <param name="name">The full name of the class in metadata.</param>
    public static string OfClient(string name)
    {
        var readable = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            readable.Append(character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '+' ? character : '-');
        }

        return $"{readable}.{StableHash(name)}.g.cs";
    }
}
