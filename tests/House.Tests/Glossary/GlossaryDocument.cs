using System.Text.RegularExpressions;

namespace House.Tests.Glossary;

/// <summary>
/// Reads <c>docs/glossary.md</c>: a table of terms with the names that carry them, and a table of words that are not used any more.
/// </summary>
internal sealed partial class GlossaryDocument
{
    public const string File = "docs/glossary.md";

    private GlossaryDocument(IReadOnlyList<GlossaryTerm> terms, IReadOnlyList<OldWord> oldWords) => (Terms, OldWords) = (terms, oldWords);

    public IReadOnlyList<GlossaryTerm> Terms { get; }

    public IReadOnlyList<OldWord> OldWords { get; }

    public static GlossaryDocument Read()
    {
        var lines = System.IO.File.ReadAllLines(RepositoryFiles.Full(File));
        return new GlossaryDocument(
            [.. Rows(lines, "| Term |").Select(static row => new GlossaryTerm(row[0], Names(row[2]), Names(row[3]), Names(row[4])))],
            [.. Rows(lines, "| Not |").Select(static row => OldWord.Parse(row[0], row[1]))]);
    }

    private static IEnumerable<string[]> Rows(string[] lines, string head) => lines
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static IReadOnlyList<string> Names(string cell) => [.. CodeSpan().Matches(cell).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();
}
