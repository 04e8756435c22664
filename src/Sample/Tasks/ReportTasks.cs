namespace TaskGen.Sample;

/// <summary>Tasks that write reports.</summary>
/// <param name="datasets">The data sets.</param>
/// <param name="store">What is counted in them.</param>
/// <param name="page">Writes the page.</param>
/// <param name="folder">Where reports go.</param>
public sealed class ReportTasks(IDatasetStore datasets, IReportStore store, ReportPage page, ReportFolder folder)
{
    private const int Whole = 100;

    /// <summary>
    /// Writes a report with a plot and a table. Its files are named after the task and equal in every attempt: a repeat after a crash leaves one report.
    /// </summary>
    /// <param name="reportType">One of <see cref="ReportKind.All"/>.</param>
    /// <param name="parameters">What it is about.</param>
    /// <param name="progress">Told of each of the four phases before it begins.</param>
    /// <param name="context">Its id names the files.</param>
    /// <param name="cancellationToken">Ends it; a file that is not finished is not there.</param>
    /// <returns>Where the report is.</returns>
    /// <exception cref="TaskRejectedException">There is no such kind of report or data set, or no flight that counts: another attempt would find the same.</exception>
    [Task(Name = "reports.generate", Queue = "cpu_intensive", Retry = 3, ProgressIntervalSeconds = 0)]
    public async Task<GeneratedReport> GenerateReport(
        string reportType, ReportParameters parameters, ITaskProgress progress, TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(context);
        progress.Report(0, Whole, "Initializing report generation...");
        var kind = ReportKind.Find(reportType)
            ?? throw new TaskRejectedException($"There is no report '{reportType}'. There are: {string.Join(", ", ReportKind.All.Select(static known => known.Name))}.");
        var dataset = await datasets.FindAsync(parameters.DatasetId, cancellationToken)
            ?? throw new TaskRejectedException($"There is no data set {parameters.DatasetId}.");

        progress.Report(25, Whole, "Collecting data...");
        var groups = await store.CollectAsync(kind, parameters, cancellationToken);
        if (groups.Count == 0)
        {
            throw new TaskRejectedException($"Data set {dataset.Id} ({dataset.Name}) has no flight of {parameters.MinDistance} to {parameters.MaxDistance} miles.");
        }

        progress.Report(50, Whole, "Analyzing data...");
        var analysis = DelayAnalysis.Of(groups, await store.CountDelaysAsync(parameters, cancellationToken));

        progress.Report(75, Whole, "Generating report...");
        var plot = ReportPlot.DrawPng(kind, groups);
        var text = await page.WriteAsync(kind, dataset, groups, analysis, ReportFolder.PlotName(kind, context.Id), context.EnqueuedAt);

        progress.Report(90, Whole, "Saving report...");
        var path = await folder.SaveAsync(kind, context.Id, text, plot, cancellationToken);
        progress.Report(Whole, Whole, "Done");
        return new GeneratedReport(kind.Name, path, parameters, analysis.Flights, groups.Count);
    }
}
