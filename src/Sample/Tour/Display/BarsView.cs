using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace TaskGen.Sample;

/// <summary>Renders progress bars: one line for a single task, or a grid with one bar per member of a group.</summary>
/// <param name="entry">The bars.</param>
internal sealed class BarsView(BarsEntry entry) : Renderable
{
    private const int WideBar = 16;
    private const int NarrowBar = 8;
    private const int WideFrom = 52;
    private const int LeastStatus = 9;
    private const int MemberBar = 5;
    private const int Gap = 2;

    private static readonly Style Dim = new(Color.Grey);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var marks = new Marks(options.Unicode);
        return entry.Caption is null
            ? entry.Read().SelectMany(bar => RenderSingle(bar, marks, maxWidth))
            : RenderGroup(entry.Caption, entry.Read(), options, maxWidth);
    }

    private static IEnumerable<Segment> RenderSingle(TaskBar bar, Marks marks, int maxWidth)
    {
        var width = maxWidth < WideFrom ? NarrowBar : WideBar;
        foreach (var segment in Draw(bar, marks, width))
        {
            yield return segment;
        }

        var percent = bar.Percent is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(value),3} % ") : "";
        var left = maxWidth - width - 1 - percent.Length;
        var status = TextWrap.Lines(bar.Status, left, left, fold: true)[0];
        yield return new Segment($" {percent}{status}", StyleOf(bar.State));
        yield return Segment.LineBreak;
    }

    private static IEnumerable<Segment> RenderGroup(string caption, IReadOnlyList<TaskBar> bars, RenderOptions options, int maxWidth)
    {
        var marks = new Marks(options.Unicode);
        foreach (var segment in ((IRenderable)new HangingText("", caption, Style.Plain, Dim)).Render(options, maxWidth))
        {
            yield return segment;
        }

        var status = bars.Max(static bar => bar.Status.Length);
        status = status > 0 ? Math.Max(status, LeastStatus) : 0;
        var number = bars.Count.ToString(CultureInfo.InvariantCulture).Length;
        var mark = Math.Max(marks.Passed.Length, marks.Failed.Length);
        var cell = number + 1 + MemberBar + 1 + mark + (status > 0 ? status + 1 : 0) + Gap;
        var perLine = Math.Max(1, (maxWidth + Gap) / cell);
        for (var index = 0; index < bars.Count; index++)
        {
            var bar = bars[index];
            yield return new Segment((index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(number) + " ", Dim);
            foreach (var segment in Draw(bar, marks, MemberBar))
            {
                yield return segment;
            }

            var text = $" {MarkOf(bar.State, marks).PadRight(mark)}{(status > 0 ? " " + bar.Status.PadRight(status) : "")}";
            yield return new Segment(text, StyleOf(bar.State));
            var endsLine = index == bars.Count - 1 || (index + 1) % perLine == 0;
            yield return endsLine ? Segment.LineBreak : Segment.Padding(Gap);
        }
    }

    private static IEnumerable<Segment> Draw(TaskBar bar, Marks marks, int width)
    {
        var done = bar.State switch
        {
            BarState.Waiting => 0,
            BarState.Running when bar.Percent is null => width / 2,
            BarState.Running => (int)(width * Math.Clamp(bar.Percent.Value, 0, 100) / 100),
            _ => width,
        };
        yield return new Segment(new string(marks.BarDone, done), StyleOf(bar.State));
        yield return new Segment(new string(marks.BarLeft, width - done), Dim);
    }

    private static string MarkOf(BarState state, Marks marks) => state switch
    {
        BarState.Succeeded => marks.Passed,
        BarState.Failed => marks.Failed,
        BarState.Canceled => "-",
        _ => "",
    };

    private static Style StyleOf(BarState state) => state switch
    {
        BarState.Succeeded => new Style(Color.Green),
        BarState.Failed => new Style(Color.IndianRed1),
        BarState.Running or BarState.Canceled => new Style(Color.Yellow),
        _ => Dim,
    };
}
