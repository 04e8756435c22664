using System.Text;
using TaskGen.Generator.CSharpText;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Creates the names of generated files. The compiler ignores case when it compares them, so a hash of the exact spelling is appended to
/// the full class name. The file name depends only on the class name, so that it does not change when other code changes.
/// </summary>
internal static class HintNames
{
    /// <summary>Returns the name of the generated file for a task class.</summary>
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
