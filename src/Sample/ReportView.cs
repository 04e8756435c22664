using System.Globalization;
using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Shows the result of processing a data set.</summary>
internal static class ReportView
{
    public static void Show(IAnsiConsole console, DatasetReport report)
    {
        console.Write(DayParts(report, TableBorder.Square));
        console.WriteLine(
            Text($"  Average distance {report.AverageDistance:N1} {report.DistanceUnit}; ")
            + Text($"{report.Invalid} of {report.Processed:N0} rows are invalid and not counted"));
        foreach (var (reason, count) in report.InvalidByReason)
        {
            console.WriteLine(Text($"  {count,4} {reason}"));
        }

        if (report.FirstInvalid.Count > 0)
        {
            console.WriteLine(Text($"  The first {report.FirstInvalid.Count}:"));
            console.Write(FirstInvalid(report));
        }
    }

    /// <summary>Creates the table of delays by time of day.</summary>
    /// <param name="report">The report.</param>
    /// <param name="border">The border of the table.</param>
    /// <returns>The table.</returns>
    public static Table DayParts(DatasetReport report, TableBorder border)
    {
        var table = Columns("Departure", "Flights", "Mean delay", "On time");
        table.Border = border;
        foreach (var part in report.DayParts)
        {
            table.AddRow(
                Text($"{part.FromHour:00} to {part.ToHour:00} h"),
                Text($"{part.Flights:N0}"),
                Text($"{part.AverageDelay:N1} min"),
                Text($"{part.OnTime:P1}"));
        }

        return table;
    }

    private static Table FirstInvalid(DatasetReport report)
    {
        var table = Columns("Why", "Row", "Delay", "Distance", "Departure");
        foreach (var row in report.FirstInvalid)
        {
            table.AddRow(
                Text($"{row.Reason}"),
                Text($"{row.Number:N0}"),
                Text($"{row.Delay} min"),
                Text($"{row.Distance} miles"),
                Text($"{row.Departure:N2} h"));
        }

        return table;
    }

    // Columns with words are left-aligned, and columns with numbers are right-aligned.
    private static Table Columns(string words, params string[] numbers)
    {
        var table = new Table().AddColumn(words);
        foreach (var number in numbers)
        {
            table.AddColumn(number, column => column.RightAligned());
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
