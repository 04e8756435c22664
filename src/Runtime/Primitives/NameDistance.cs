using System.Text;

namespace TaskGen.Primitives;

/// <summary>
/// Computes the edit distance between a name that a developer wrote and an existing name. The generator project also compiles this file, so
/// that the analyzers and the task registry suggest the same names.
/// </summary>
internal static class NameDistance
{
    private const int MinTail = 3;

    /// <summary>Returns the name in lowercase and without separators, because most typing mistakes concern case and separators.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (character is not ('_' or '-' or '.' or ' '))
            {
                plain.Append(char.ToLowerInvariant(character));
            }
        }

        return plain.ToString();
    }

    /// <summary>
    /// Determines whether a distance is small enough to be a typing mistake: at most one third of the number of characters.
    /// </summary>
    public static bool IsNear(string wanted, int distance) => distance <= wanted.Length / 3;

    /// <summary>
    /// Returns the number of edits between two names returned by <see cref="Plain"/>, or 1 if only the beginning of the candidate is
    /// missing, such as the class name of a task.
    /// </summary>
    public static int Between(string wanted, string candidate)
    {
        if (wanted.Length >= MinTail && candidate.Length > wanted.Length && candidate.EndsWith(wanted, StringComparison.Ordinal))
        {
            return 1;
        }

        var edits = new int[candidate.Length + 1];
        for (var column = 0; column < edits.Length; column++)
        {
            edits[column] = column;
        }

        for (var row = 1; row <= wanted.Length; row++)
        {
            var diagonal = edits[0];
            edits[0] = row;
            for (var column = 1; column < edits.Length; column++)
            {
                var replaced = diagonal + (wanted[row - 1] == candidate[column - 1] ? 0 : 1);
                diagonal = edits[column];
                edits[column] = Math.Min(replaced, 1 + Math.Min(edits[column], edits[column - 1]));
            }
        }

        return edits[candidate.Length];
    }
}
