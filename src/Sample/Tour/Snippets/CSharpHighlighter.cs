using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace TaskGen.Sample;

/// <summary>Colors the keywords, strings, numbers, and comments in a line of C#.</summary>
internal static partial class CSharpHighlighter
{
    private static readonly Style Keyword = new(Color.DodgerBlue1);
    private static readonly Style Text = new(Color.DarkOrange);
    private static readonly Style Number = new(Color.DarkSeaGreen2);
    private static readonly Style Comment = new(Color.Green);

    /// <summary>Splits a line into segments of one style each.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The segments, whose concatenated text is the line.</returns>
    public static IEnumerable<Segment> Highlight(string line)
    {
        var end = 0;
        foreach (Match match in Tokens().Matches(line))
        {
            if (match.Index > end)
            {
                yield return new Segment(line[end..match.Index]);
            }

            yield return new Segment(match.Value, StyleOf(match));
            end = match.Index + match.Length;
        }

        if (end < line.Length)
        {
            yield return new Segment(line[end..]);
        }
    }

    private static Style StyleOf(Match match) =>
        match.Groups["comment"].Success ? Comment
        : match.Groups["text"].Success ? Text
        : match.Groups["number"].Success ? Number
        : Keyword;

    [GeneratedRegex(
        """
        (?<comment>//.*)|(?<text>\$?"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])+')|(?<number>\b\d[\d_.]*\b)
        |\b(?:async|await|bool|break|case|catch|class|const|decimal|default|double|else|false|finally|for|foreach|if|in|int|internal|is
        |long|new|not|null|or|and|private|public|return|static|string|switch|throw|true|try|using|var|void|when|while|with)\b
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tokens();
}
