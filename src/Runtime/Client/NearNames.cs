using TaskGen.Primitives;

namespace TaskGen.Client;

/// <summary>Suggests existing names that are similar to an unknown one.</summary>
internal static class NearNames
{
    private const int MaxLength = WireNames.MaxLength;
    private const int MaxSuggestions = 3;
    private const int MaxListed = 10;

    /// <summary>Returns a hint to append to an error, such as <c>; did you mean 'a' or 'b'?</c>; empty if no name is similar.</summary>
    public static string Hint(string name, IEnumerable<string> known) => Question(name, known) is { } question ? $"; {question}" : "";

    /// <summary>Returns a question such as <c>did you mean 'a' or 'b'?</c>; <see langword="null"/> if no name is similar.</summary>
    public static string? Question(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return null;
        }

        var wanted = NameDistance.Plain(name);
        var near = known.Select(candidate => (Name: candidate, Distance: NameDistance.Between(wanted, NameDistance.Plain(candidate))))
            .Where(candidate => NameDistance.IsNear(wanted, candidate.Distance))
            .OrderBy(static candidate => candidate.Distance).ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
            .Take(MaxSuggestions)
            .Select(static candidate => $"'{candidate.Name}'")
            .ToList();
        return near.Count == 0 ? null : $"did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>Returns a quoted name, followed by a question in parentheses if another name is similar.</summary>
    public static string Quote(string name, IEnumerable<string> known) =>
        Question(name, known.Where(other => other != name)) is { } question ? $"'{name}' ({question})" : $"'{name}'";

    /// <summary>Returns the first 10 names in alphabetical order, and the number of names that were left out.</summary>
    public static string List(IReadOnlyCollection<string> known)
    {
        var listed = string.Join(", ", known.Order(StringComparer.Ordinal).Take(MaxListed));
        return known.Count <= MaxListed ? listed : $"{listed} and {known.Count - MaxListed} more";
    }
}
