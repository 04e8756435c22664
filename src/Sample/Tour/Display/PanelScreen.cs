using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Shows each step as a panel in a terminal. The panel is redrawn while the step runs.</summary>
/// <param name="console">The console to write to.</param>
internal sealed class PanelScreen(IAnsiConsole console) : ITourScreen
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(80);

    public StepLog Begin(string title, string shows, IReadOnlyList<string> code) => new(title, shows, code);

    public async Task ShowAsync(StepLog log, Func<Task> run)
    {
        try
        {
            await (console.Profile.Out.IsTerminal ? ShowLiveAsync(log, run) : run());
        }
        finally
        {
            console.Write(new StepPanel(log));
        }
    }

    public void Summarize(TourResult result)
    {
        var unicode = console.Profile.Capabilities.Unicode;
        var marks = new Marks(unicode);
        console.WriteLine();
        console.Write(SummaryTable.Create(result, unicode ? TableBorder.Rounded : TableBorder.Ascii, marks));
        console.Write(new HangingText(marks.Of(EntryKind.Passed), result.Total, new Style(Color.Green), new Style(Color.Green)));
    }

    // The live panel is cut off at the height of the terminal. When the step ends, it is cleared and replaced with the complete panel.
    private Task ShowLiveAsync(StepLog log, Func<Task> run) => console.Live(new StepPanel(log))
        .AutoClear(true)
        .Overflow(VerticalOverflow.Crop)
        .Cropping(VerticalOverflowCropping.Top)
        .StartAsync(async display =>
        {
            var running = run();
            while (!running.IsCompleted)
            {
                display.Refresh();
                await Task.WhenAny(running, Task.Delay(RefreshInterval));
            }

            await running;
        });
}
