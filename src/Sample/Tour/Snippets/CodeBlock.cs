using Spectre.Console.Rendering;

namespace TaskGen.Sample;

/// <summary>Renders lines of C# with syntax colors. A line that is too long is truncated.</summary>
/// <param name="lines">The lines.</param>
internal sealed class CodeBlock(IReadOnlyList<string> lines) : Renderable
{
    /// <summary>Gets the length of the longest line.</summary>
    public int Width => lines.Max(static line => line.Length);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in lines)
        {
            foreach (var segment in Segment.Truncate(CSharpHighlighter.Highlight(line), maxWidth))
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }
}
