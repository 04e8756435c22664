using System.Text.RegularExpressions;

namespace House.Tests.Prose;

/// <summary>Reads the paragraphs, list items and table cells of a Markdown page, and the comments of a Lua script.</summary>
internal static partial class PageProse
{
    public static IEnumerable<ProseUnit> ReadMarkdown(string file, string page)
    {
        var paragraph = new List<string>();
        var (first, isCode) = (0, false);
        foreach (var (index, line) in page.Split('\n').Append("").Index())
        {
            var text = line.Trim();
            var isFence = text.StartsWith("```", StringComparison.Ordinal);
            var startsBlock = isFence || isCode || text.Length == 0 || BlockStart().IsMatch(text);
            if (startsBlock && paragraph.Count > 0)
            {
                yield return Unit(file, first, string.Join(' ', paragraph));
                paragraph.Clear();
            }

            isCode ^= isFence;
            if (isFence || isCode || text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (text[0] == '|')
            {
                foreach (var cell in Cell().Split(text.Trim('|')))
                {
                    yield return Unit(file, index, cell);
                }

                continue;
            }

            first = paragraph.Count == 0 ? index : first;
            paragraph.Add(BlockStart().Replace(text, ""));
        }
    }

    public static IEnumerable<ProseUnit> ReadLua(string file, string script) => script.Split('\n').Index()
        .Where(static line => line.Item.Contains("--", StringComparison.Ordinal))
        .Select(line => Unit(file, line.Index, line.Item[line.Item.IndexOf("--", StringComparison.Ordinal)..].TrimStart('-')));

    private static ProseUnit Unit(string file, int index, string text) =>
        new(file, index + 1, LinkTarget().Replace(CodeSpan().Replace(text, ProseUnit.Code), "]").Trim());

    [GeneratedRegex(@"^([-*>] |\d+\. |#|\|)")]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cell();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex LinkTarget();
}
