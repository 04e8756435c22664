using System.Text;

namespace TaskGen;

/// <summary>What somebody may have meant by a name that nobody has.</summary>
internal static class NearNames
{
    private const int MaxLength = WireNames.MaxLength;
    private const int MaxSuggestions = 3;
    private const int MaxListed = 10;
    private const int MinTail = 3;

    /// <summary>A hint to put behind an error: <c>; did you mean 'a' or 'b'?</c>, or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return "";
        }

        var wanted = Plain(name);
        var near = known.Select(candidate => (Name: candidate, Distance: Distance(wanted, Plain(candidate))))
            .Where(candidate => candidate.Distance <= wanted.Length / 3)
            .OrderBy(static candidate => candidate.Distance).ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
            .Take(MaxSuggestions)
            .Select(static candidate => $"'{candidate.Name}'")
            .ToList();
        return near.Count == 0 ? "" : $"; did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>The first of the names that there are, and how many more.</summary>
    public static string List(IReadOnlyCollection<string> known)
    {
        var listed = string.Join(", ", known.Order(StringComparer.Ordinal).Take(MaxListed));
        return known.Count <= MaxListed ? listed : $"{listed} and {known.Count - MaxListed} more";
    }

    // Case and separators differ between languages, and are what is mistaken most.
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

    // The number of edits, or 1 where only what stands in front is missing: the class of a task.
    private static int Distance(string wanted, string candidate)
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
