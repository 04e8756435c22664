namespace TaskGen.Sample;

/// <summary>Contains tasks that write reports.</summary>
/// <param name="datasets">The store of data sets.</param>
/// <param name="store">The queries for reports.</param>
/// <param name="page">The object that renders the page of a report.</param>
/// <param name="folder">The folder of the reports.</param>
public sealed class ReportTasks(IDatasetStore datasets, IReportStore store, ReportPage page, ReportFolder folder)
{
    private const int Whole = 100;

    /// <summary>
    /// Writes a report with a plot and a table. The files are named after the task id and are the same in every attempt, so there is only
    /// one report even if the task is repeated after a crash.
    /// </summary>
    /// <param name="reportType">One of <see cref="ReportKind.All"/>.</param>
    /// <param name="parameters">The parameters that select the flights.</param>
    /// <param name="progress">The object that receives a progress report before each of the four phases.</param>
    /// <param name="context">The task context, whose id is part of the file names.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling the call leaves no incomplete file.
    /// </param>
    /// <returns>The report and its location.</returns>
    /// <exception cref="TaskRejectedException">
    /// The kind of report or the data set does not exist, or no flight matches. Another attempt would have the same result.
    /// </exception>
    [Task(Name = "reports.generate", Queue = "cpu_intensive", Retry = 3, ProgressIntervalSeconds = 0)]
    public async Task<GeneratedReport> GenerateReport(
        string reportType, ReportParameters parameters, ITaskProgress progress, TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(context);
        progress.Report(0, Whole, "Initializing report generation...");
        var (kind, dataset) = await FindAsync(reportType, parameters, cancellationToken);

        progress.Report(25, Whole, "Collecting data...");
        var groups = await store.CollectAsync(kind, parameters, cancellationToken);
        return await WriteAsync(kind, dataset, parameters, groups, progress, context, cancellationToken);
    }

    /// <summary>Collects the data for a part of a report. Several of these tasks can run in parallel.</summary>
    /// <param name="reportType">One of <see cref="ReportKind.All"/>.</param>
    /// <param name="parameters">The parameters that select the flights of the part.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The part.</returns>
    /// <exception cref="TaskRejectedException">The kind of report or the data set does not exist.</exception>
    [Task(Name = "reports.collect_part", Queue = "io_intensive", Retry = 3)]
    public async Task<ReportPart> CollectPart(string reportType, ReportParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var (kind, _) = await FindAsync(reportType, parameters, cancellationToken);
        return new ReportPart(parameters, await store.CollectAsync(kind, parameters, cancellationToken));
    }

    /// <summary>
    /// Writes a report from its collected parts. The report is the same as the report that the single task <see cref="GenerateReport"/>
    /// writes.
    /// </summary>
    /// <param name="parts">The parts, in any order. Each flight must be in only one part.</param>
    /// <param name="reportType">The kind of report.</param>
    /// <param name="parameters">The parameters that select the flights of all parts.</param>
    /// <param name="progress">The object that receives a progress report before each phase.</param>
    /// <param name="context">The task context, whose id is part of the file names.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling the call leaves no incomplete file.
    /// </param>
    /// <returns>The report and its location.</returns>
    /// <exception cref="TaskRejectedException">The kind of report or the data set does not exist, or no flight matches.</exception>
    [Task(Name = "reports.assemble", Queue = "cpu_intensive", Retry = 3)]
    public async Task<GeneratedReport> AssembleReport(
        IReadOnlyList<ReportPart> parts,
        string reportType,
        ReportParameters parameters,
        ITaskProgress progress,
        TaskContext context,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(context);
        var (kind, dataset) = await FindAsync(reportType, parameters, cancellationToken);
        var groups = DelayGroup.Merge(parts.SelectMany(static part => part.Groups));
        return await WriteAsync(kind, dataset, parameters, groups, progress, context, cancellationToken);
    }

    private async Task<(ReportKind Kind, Dataset Dataset)> FindAsync(
        string reportType, ReportParameters parameters, CancellationToken cancellationToken)
    {
        var kind = ReportKind.Find(reportType)
            ?? throw new TaskRejectedException(
                $"Report type '{reportType}' does not exist. The report types are: "
                + $"{string.Join(", ", ReportKind.All.Select(static known => known.Name))}.");
        var dataset = await datasets.FindAsync(parameters.DatasetId, cancellationToken)
            ?? throw new TaskRejectedException($"Data set {parameters.DatasetId} does not exist.");
        return (kind, dataset);
    }

    private async Task<GeneratedReport> WriteAsync(
        ReportKind kind,
        Dataset dataset,
        ReportParameters parameters,
        IReadOnlyList<DelayGroup> groups,
        ITaskProgress progress,
        TaskContext context,
        CancellationToken cancellationToken)
    {
        if (groups.Count == 0)
        {
            throw new TaskRejectedException(
                $"Data set {dataset.Id} ({dataset.Name}) has no flights with a distance of {parameters.MinDistance} to "
                + $"{parameters.MaxDistance} miles.");
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
