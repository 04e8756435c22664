using System.Text;
using TaskGen.Generator.CSharpText;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// The names of generated files. The compiler compares them without case, so the full name is followed by a hash of its exact spelling;
/// it depends on nothing else, so a file keeps its name whatever happens around it.
/// </summary>
internal static class HintNames
{
    /// <summary>The file of a class of tasks.</summary>
    /// <param name="name">The full name of the class in metadata.</param>
    public static string OfClient(string name)
    {
        var readable = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            readable.Append(
                character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '+' ? character : '-');
        }

        return $"{readable}.{StableHash.TextOf(name)}.g.cs";
    }
}
