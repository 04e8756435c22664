using System.Buffers;
using System.Text;

namespace TaskGen.Sample;

/// <summary>Breaks text into lines between words.</summary>
internal static class TextWrap
{
    private static readonly SearchValues<char> BreakAfter = SearchValues.Create("/.@");
    private static readonly SearchValues<char> BreakElse = SearchValues.Create("-_,");

    /// <summary>Breaks text into lines. A word that is longer than a line is broken only where <paramref name="fold"/> allows it.</summary>
    /// <param name="text">The text. Its line breaks are kept.</param>
    /// <param name="first">The width of the first line, in columns.</param>
    /// <param name="rest">The width of each further line, in columns.</param>
    /// <param name="fold"><see langword="true"/> to break words that are longer than a line; otherwise, <see langword="false"/>.</param>
    /// <returns>The lines, without indentation.</returns>
    public static IReadOnlyList<string> Lines(string text, int first, int rest, bool fold)
    {
        var lines = new List<string>();
        int Width() => Math.Max(1, lines.Count == 0 ? first : rest);
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var left = word;
                if (line.Length > 0 && line.Length + 1 + left.Length > Width())
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }

                while (fold && line.Length == 0 && left.Length > Width())
                {
                    var length = FoldLength(left, Width());
                    lines.Add(left[..length]);
                    left = left[length..];
                }

                line.Append(line.Length > 0 ? " " : "").Append(left);
            }

            lines.Add(line.ToString());
        }

        return lines;
    }

    // Returns a position after punctuation in the second half of the line, if there is one.
    private static int FoldLength(string word, int width)
    {
        var line = word.AsSpan(0, width);
        var place = line.LastIndexOfAny(BreakAfter) + 1;
        if (place <= width / 2)
        {
            place = line.LastIndexOfAny(BreakElse) + 1;
        }

        return place > width / 2 ? place : width;
    }
}
