using System.Globalization;
using Spectre.Console;

namespace TaskGen.Throughput;

/// <summary>Writes a table a phase for people, and a line a figure for programs.</summary>
internal sealed class Report(IAnsiConsole console)
{
    private readonly List<Figure> _figures = [];
    private readonly List<string> _notes = [];
    private string _phase = "";

    /// <summary>Whether every check has held so far.</summary>
    public bool AllHeld { get; private set; } = true;

    public void Begin(string phase)
    {
        _phase = phase;
        Line($"phase {phase}");
    }

    /// <summary>Adds a figure of this phase.</summary>
    /// <param name="name">Its name without the phase.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="values">One value a repeat.</param>
    /// <param name="dividedBy">What its ratio divides by.</param>
    /// <returns>The figure.</returns>
    public Figure Add(string name, string unit, IReadOnlyList<double> values, Figure? dividedBy = null)
    {
        var figure = new Figure($"{_phase}.{name}", unit, values, dividedBy);
        _figures.Add(figure);
        return figure;
    }

    /// <summary>Says something beside the figures.</summary>
    public void Note(string text) => _notes.Add($"note {_phase}: {text}");

    /// <summary>Checks something without which the figures would mean nothing.</summary>
    public void Check(string what, bool held)
    {
        AllHeld &= held;
        _notes.Add($"check {_phase}: {(held ? "held" : "FAILED")}: {what}");
    }

    public void Line(string text) => console.Profile.Out.Writer.WriteLine(text);

    public void End()
    {
        var table = new Table().Title(_phase).AddColumns("figure", "unit").AddColumn("median", Right).AddColumn("least", Right)
            .AddColumn("most", Right)
            .AddColumn("ratio", Right).AddColumn("divided by");
        foreach (var figure in _figures)
        {
            table.AddRow(
                Markup.Escape(figure.Name),
                Markup.Escape(figure.Unit),
                Show(figure.Median),
                Show(figure.Values.Min()),
                Show(figure.Values.Max()),
                figure.Base is null ? "" : Show(Statistics.Median(figure.Ratios)),
                Markup.Escape(figure.Base?.Name ?? ""));
        }

        if (_figures.Count > 0)
        {
            console.Write(table);
        }

        foreach (var figure in _figures)
        {
            var ratio = figure.Base is null
                ? ""
                : $" ratio={Plain(Statistics.Median(figure.Ratios))} ratio_least={Plain(figure.Ratios.Min())} "
                    + $"ratio_most={Plain(figure.Ratios.Max())} divided_by={figure.Base.Name}";
            Line(
                $"figure {figure.Name} unit={figure.Unit.Replace(' ', '_')} median={Plain(figure.Median)} "
                + $"least={Plain(figure.Values.Min())} most={Plain(figure.Values.Max())} "
                + $"repeats={figure.Values.Count.ToString(CultureInfo.InvariantCulture)}{ratio}");
        }

        foreach (var note in _notes)
        {
            Line(note);
        }

        _figures.Clear();
        _notes.Clear();
    }

    private static void Right(TableColumn column) => column.RightAligned();

    private static string Show(double value) =>
        value.ToString(Math.Abs(value) switch { >= 100 => "N0", >= 10 => "N1", >= 1 => "N2", _ => "N3" }, CultureInfo.InvariantCulture);

    private static string Plain(double value) =>
        value.ToString(Math.Abs(value) switch { >= 1_000 => "F0", >= 10 => "F2", _ => "F4" }, CultureInfo.InvariantCulture);
}
