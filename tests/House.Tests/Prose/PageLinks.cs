using System.Text.RegularExpressions;

namespace House.Tests.Prose;

/// <summary>Reads the links and the headings of a Markdown page.</summary>
internal static partial class PageLinks
{
    /// <summary>The targets of all links and pictures outside code blocks, with their lines, counted from 1.</summary>
    public static IEnumerable<(int Line, string Target)> Targets(string page) =>
        from line in TextLines(page)
        from match in Link().Matches(CodeSpan().Replace(line.Text, ""))
        select (line.Number, match.Groups[1].Value);

    /// <summary>The anchors of all headings, as GitHub computes them.</summary>
    public static IReadOnlySet<string> Anchors(string page)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, text) in TextLines(page).Where(static line => line.Text.StartsWith('#')))
        {
            var title = LinkText().Replace(text.TrimStart('#').Trim(), "$1");
            var anchor = NotInAnchor().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');
            var unique = anchor;
            for (var number = 1; !anchors.Add(unique); number++)
            {
                unique = $"{anchor}-{number}";
            }
        }

        return anchors;
    }

    private static IEnumerable<(int Number, string Text)> TextLines(string page)
    {
        var isCode = false;
        foreach (var (index, line) in page.Split('\n').Index())
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            if (!isFence && !isCode)
            {
                yield return (index + 1, line);
            }
        }
    }

    [GeneratedRegex(@"\]\(([^()\s]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"[^\p{L}\p{N}_\- ]")]
    private static partial Regex NotInAnchor();
}
