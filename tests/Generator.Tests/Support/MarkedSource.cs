using System.Text.RegularExpressions;

namespace Generator.Tests.Support;

/// <summary>A source in which <c>[|TG0001:code|]</c> marks what is to be flagged.</summary>
/// <param name="Source">The source without marks.</param>
/// <param name="Expected">The marks.</param>
internal sealed partial record MarkedSource(string Source, IReadOnlyList<string> Expected)
{
    public static MarkedSource Read(string marked)
    {
        var expected = new List<string>();
        var source = marked;
        while (Mark().Match(source) is { Success: true } match)
        {
            foreach (var id in match.Groups["id"].Value.Split(','))
            {
                expected.Add($"[|{id}:{match.Groups["code"].Value}|]");
            }

            source = source.Remove(match.Index, match.Length).Insert(match.Index, match.Groups["code"].Value);
        }

        return new MarkedSource(source, expected);
    }

    [GeneratedRegex(@"\[\|(?<id>TG\d{4}(,TG\d{4})*):(?<code>.*?)\|\]", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
