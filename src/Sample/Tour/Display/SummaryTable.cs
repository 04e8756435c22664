using System.Globalization;
using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Creates the summary table that is shown at the end of the tour.</summary>
internal static class SummaryTable
{
    /// <summary>Creates the table.</summary>
    /// <param name="result">The finished tour.</param>
    /// <param name="border">The border of the table.</param>
    /// <param name="marks">The marks that the output can show.</param>
    /// <returns>The table.</returns>
    public static Table Create(TourResult result, TableBorder border, Marks marks)
    {
        var table = new Table { Border = border, BorderStyle = new Style(Color.Grey) }
            .AddColumn(new TableColumn("[bold]Step[/]").NoWrap())
            .AddColumn(new TableColumn("[bold]Shown[/]"))
            .AddColumn(new TableColumn("[bold]Checks[/]").RightAligned().NoWrap())
            .AddColumn(new TableColumn("[bold]Time[/]").RightAligned().NoWrap());
        foreach (var step in result.Steps)
        {
            table.AddRow(
                new Text(step.Title),
                new Text(step.Shows),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{step.Checks} {marks.Passed}"), new Style(Color.Green)),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{step.Elapsed.TotalSeconds:0.0} s")));
        }

        return table;
    }
}
