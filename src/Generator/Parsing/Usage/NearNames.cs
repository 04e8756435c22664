using System.Text;

namespace TaskGen.Generator.Parsing.Usage;

/// <summary>What somebody may have meant by a name that no task has, by the measure by which the registry suggests names when it runs.</summary>
internal static class NearNames
{
    private const int MinTail = 3;

    /// <summary>The names that are near, in order of their letters.</summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> known)
    {
        var wanted = Plain(name);
        var near = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var candidate in known)
        {
            if (IsNear(wanted, Plain(candidate)))
            {
                near.Add(candidate);
            }
        }

        return [.. near];
    }

    // Case and separators are what is mistaken most.
    private static string Plain(string name)
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

    // A third of the letters may differ, or the class in front may be missing.
    private static bool IsNear(string wanted, string candidate) =>
        (wanted.Length >= MinTail && candidate.Length > wanted.Length && candidate.EndsWith(wanted, StringComparison.Ordinal)) || Distance(wanted, candidate) <= wanted.Length / 3;

    private static int Distance(string wanted, string candidate)
    {
        var previous = new int[candidate.Length + 1];
        var current = new int[candidate.Length + 1];
        for (var column = 0; column <= candidate.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= wanted.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= candidate.Length; column++)
            {
                var replaced = previous[column - 1] + (wanted[row - 1] == candidate[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, 1 + Math.Min(previous[column], current[column - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[candidate.Length];
    }
}
