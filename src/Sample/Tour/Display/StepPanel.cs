using Spectre.Console;
using Spectre.Console.Rendering;

namespace TaskGen.Sample;

/// <summary>
/// Renders a step as a panel. The code is beside the results if the terminal is wide enough; otherwise, it is above them.
/// </summary>
/// <param name="log">The output of the step.</param>
internal sealed class StepPanel(StepLog log) : Renderable
{
    private const int TwoColumnsFrom = 100;
    private const int LeastResultWidth = 38;
    private const int CodeMargin = 2;

    // The width of the border and one space, on both sides.
    private const int Frame = 4;

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var panel = new Panel(Content(new Marks(options.Unicode), maxWidth))
        {
            Header = new PanelHeader($"[bold deepskyblue1] {Markup.Escape(log.Title)} [/]"),
            Border = options.Unicode ? BoxBorder.Rounded : BoxBorder.Ascii,
            BorderStyle = new Style(Color.Grey),
            Padding = new Padding(1, 0),
            Expand = true,
        };
        return ((IRenderable)panel).Render(options, maxWidth);
    }

    private Rows Content(Marks marks, int maxWidth)
    {
        var shows = new HangingText("", log.Shows, Style.Plain, new Style(decoration: Decoration.Italic));
        var results = new Rows(log.Entries.Select(entry => Render(entry, marks)));
        if (log.Code.Count == 0)
        {
            return new Rows(shows, results);
        }

        var code = new CodeBlock(log.Code);
        return maxWidth >= TwoColumnsFrom && maxWidth - Frame - SideBySide.DividerWidth - code.Width >= LeastResultWidth
            ? new Rows(shows, new Text(""), new SideBySide(code, code.Width, results))
            : new Rows(shows, new Text(""), new Padder(code, new Padding(CodeMargin, 0, 0, 0)), new Text(""), results);
    }

    private static IRenderable Render(StepEntry entry, Marks marks) => entry switch
    {
        TextEntry text => new HangingText(marks.Of(text.Kind), text.Text, Marks.StyleOf(text.Kind), Marks.TextStyleOf(text.Kind)),
        TableEntry table => table.Table,
        BarsEntry bars => new BarsView(bars),
        _ => throw new ArgumentException($"{entry.GetType()} cannot be shown.", nameof(entry)),
    };
}
