namespace TaskGen.Sample;

/// <summary>A report with a plot and a table, in phases that a caller sees.</summary>
/// <param name="reports">The tasks.</param>
/// <param name="output">Where to say it.</param>
internal sealed class ReportStep(ReportTasksClient reports, TourOutput output) : ITourStep
{
    public string Title => "7. generate_report: phases, a plot, a table";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        foreach (var kind in ReportKind.All)
        {
            var handle = await reports.GenerateReport.DelayAsync(kind.Name, new ReportParameters(dataset.Id), cancellationToken);
            await output.FollowAsync(handle, cancellationToken);
            var report = await handle.GetAsync(TourOutput.Patience, cancellationToken);
            var plot = new FileInfo(Path.ChangeExtension(report.FilePath, ".png"));
            output.Say($"{report.Flights:N0} flights in {report.Rows} rows, a plot of {plot.Length / 1024} KiB: {report.FilePath}");
            TourOutput.Promise(File.Exists(report.FilePath) && plot.Length > 0, "the report and its plot should be there");
        }
    }
}
