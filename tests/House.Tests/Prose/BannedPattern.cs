using System.Text.RegularExpressions;

namespace House.Tests.Prose;

/// <summary>A row of the table in <c>docs/contributing/plain-english.md</c>.</summary>
/// <param name="Pattern">Finds the words.</param>
/// <param name="Instead">The words to use.</param>
internal sealed partial record BannedPattern(Regex Pattern, string Instead)
{
    /// <summary>The page with the table.</summary>
    public const string Page = "docs/contributing/plain-english.md";

    /// <summary>Reads the table.</summary>
    public static IReadOnlyList<BannedPattern> ReadAll() => [.. File.ReadAllLines(RepositoryFiles.Full(Page))
        .SkipWhile(static line => !line.StartsWith("| Pattern |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => Parse(Row().Match(line)))];

    private static BannedPattern Parse(Match row)
    {
        var pattern = row.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal);
        var isSensitive = Escape().Replace(pattern, "").Any(char.IsUpper);
        return new BannedPattern(
            new Regex($@"(?<!\w)(?:{pattern})(?!\w)", isSensitive ? RegexOptions.None : RegexOptions.IgnoreCase), row.Groups[2].Value);
    }

    [GeneratedRegex(@"^\| `(.+)` \| (.+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
