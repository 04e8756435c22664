using Spectre.Console;
using Spectre.Console.Rendering;

namespace TaskGen.Sample;

/// <summary>Renders text with a hanging indent: all lines after the first one are indented.</summary>
/// <param name="mark">The mark before the first line, with a trailing space; empty for none.</param>
/// <param name="text">The text.</param>
/// <param name="markStyle">The style of the mark.</param>
/// <param name="style">The style of the text.</param>
/// <param name="margin">The number of spaces before the mark.</param>
internal sealed class HangingText(string mark, string text, Style markStyle, Style style, int margin = 0) : Renderable
{
    private const int Indent = 2;

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var indent = Math.Max(mark.Length, Indent);
        var lines = TextWrap.Lines(text, maxWidth - margin - mark.Length, maxWidth - margin - indent, fold: true);
        for (var index = 0; index < lines.Count; index++)
        {
            yield return new Segment(new string(' ', margin + (index == 0 ? 0 : indent)));
            if (index == 0 && mark.Length > 0)
            {
                yield return new Segment(mark, markStyle);
            }

            yield return new Segment(lines[index], style);
            yield return Segment.LineBreak;
        }
    }
}
