using System.Globalization;

namespace TaskGen.Sample;

/// <summary>Renders the HTML page of a report.</summary>
/// <param name="templates">The templates, which include the page template.</param>
public sealed class ReportPage(EmbeddedTemplates templates)
{
    /// <summary>Renders the page. Equal arguments result in equal pages.</summary>
    /// <param name="kind">The kind of report.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="groups">The groups, one per row of the table.</param>
    /// <param name="analysis">The summary of the groups.</param>
    /// <param name="plotName">The file name of the plot, in the folder of the page.</param>
    /// <param name="askedFor">The time at which the report was requested.</param>
    /// <returns>The page, as HTML.</returns>
    public Task<string> WriteAsync(
        ReportKind kind,
        Dataset dataset,
        IReadOnlyList<DelayGroup> groups,
        DelayAnalysis analysis,
        string plotName,
        DateTimeOffset askedFor) =>
        templates.RenderAsync(
            "reports",
            "report",
            new Dictionary<string, object?>
            {
                ["title"] = kind.Title,
                ["source"] = $"{dataset.Name}: {dataset.Source}",
                ["generated_at"] = askedFor.ToUniversalTime().ToString("u", CultureInfo.InvariantCulture),
                ["axis"] = kind.Axis,
                ["plot"] = plotName,
                ["findings"] = Findings(kind, analysis),
                ["rows"] = groups.Select(group => Cells(kind, group)).ToArray(),
            });

    private static string[] Findings(ReportKind kind, DelayAnalysis analysis) =>
    [
        Text($"{analysis.Flights:N0} flights, {analysis.AverageDelay:N1} minutes late on average, {analysis.OnTime:P1} on time"),
        Text($"Half of them were at most {analysis.Median} minutes late, and 90% were at most {analysis.NinetiethPercentile}"),
        Text($"Lowest average delay: {kind.Label(analysis.Best.Group)}, {analysis.Best.AverageDelay:N1} minutes"),
        Text($"Highest average delay: {kind.Label(analysis.Worst.Group)}, {analysis.Worst.AverageDelay:N1} minutes"),
    ];

    private static string[] Cells(ReportKind kind, DelayGroup group) =>
        [kind.Label(group.Group), Text($"{group.Flights:N0}"), Text($"{group.AverageDelay:N1} min"), Text($"{group.OnTime:P1}")];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
