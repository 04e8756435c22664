using Spectre.Console;
using Spectre.Console.Rendering;

namespace TaskGen.Sample;

/// <summary>Renders two columns with a line between them.</summary>
/// <param name="left">The left column.</param>
/// <param name="leftWidth">The width of the left column.</param>
/// <param name="right">The right column, which occupies the remaining width.</param>
internal sealed class SideBySide(IRenderable left, int leftWidth, IRenderable right) : Renderable
{
    /// <summary>The number of character columns that the divider and the space around it occupy.</summary>
    public const int DividerWidth = 3;

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var rightWidth = maxWidth - leftWidth - DividerWidth;
        var leftLines = Segment.SplitLines(left.Render(options, leftWidth), leftWidth);
        var rightLines = Segment.SplitLines(right.Render(options, rightWidth), rightWidth);
        var divider = new Segment($" {new Marks(options.Unicode).Divider} ", new Style(Color.Grey));
        for (var index = 0; index < Math.Max(leftLines.Count, rightLines.Count); index++)
        {
            SegmentLine line = index < leftLines.Count ? leftLines[index] : [];
            foreach (var segment in line)
            {
                yield return segment;
            }

            yield return Segment.Padding(leftWidth - line.CellCount());
            yield return divider;
            foreach (var segment in index < rightLines.Count ? rightLines[index] : [])
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }
}
