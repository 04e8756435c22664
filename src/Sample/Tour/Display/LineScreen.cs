using System.Globalization;
using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Shows each step as lines of plain text, as soon as they are available. Words are not split across lines.</summary>
/// <param name="console">The console to write to.</param>
internal sealed class LineScreen(IAnsiConsole console) : ITourScreen
{
    private const int MaxWidth = 120;
    private const int Margin = 2;

    private readonly Marks _marks = new(console.Profile.Capabilities.Unicode);

    public StepLog Begin(string title, string shows, IReadOnlyList<string> code)
    {
        console.WriteLine();
        console.WriteLine(title);
        Write("", shows, Margin);
        foreach (var line in code.Count == 0 ? code : ["", .. code, ""])
        {
            console.WriteLine(line.Length == 0 ? "" : new string(' ', 2 * Margin) + line);
        }

        var steps = new ProgressSteps();
        return new StepLog(title, shows, code) { Added = Write, Reported = bar => Write(bar, steps) };
    }

    public Task ShowAsync(StepLog log, Func<Task> run) => run();

    public void Summarize(TourResult result)
    {
        console.WriteLine();
        console.Write(SummaryTable.Create(result, TableBorder.None, _marks));
        console.WriteLine();
        console.WriteLine(result.Total);
    }

    private void Write(StepEntry entry)
    {
        switch (entry)
        {
            case TextEntry text:
                Write(_marks.Of(text.Kind), text.Text, Margin);
                break;
            case TableEntry table:
                console.Write(new Padder(table.Table, new Padding(Margin, 0, 0, 0)));
                break;
        }
    }

    private void Write(TaskBar bar, ProgressSteps steps)
    {
        if (bar.Percent is { } percent && steps.IsNext(percent))
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {Math.Floor(percent),3} % {bar.Status}"));
        }
    }

    private void Write(string mark, string text, int margin)
    {
        var indent = Math.Max(mark.Length, 2);
        var width = Math.Min(MaxWidth, console.Profile.Width) - margin;
        var lines = TextWrap.Lines(text, width - mark.Length, width - indent, fold: false);
        for (var index = 0; index < lines.Count; index++)
        {
            console.WriteLine(new string(' ', margin) + (index == 0 ? mark : new string(' ', indent)) + lines[index]);
        }
    }
}
