namespace TaskGen.Sample;

/// <summary>Shows reports with a plot and a table, whose phases a caller can follow.</summary>
/// <param name="reports">The client of the tasks.</param>
/// <param name="output">The output of the step.</param>
internal sealed class ReportStep(ReportTasksClient reports, TourOutput output) : ITourStep
{
    public string Title => "7. Reports";

    public string Shows => "Two reports with a plot and a table, in phases";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        foreach (var kind in ReportKind.All)
        {
            // <snippet ReportStep>
            var handle = await reports.GenerateReport.DelayAsync(
                kind.Name, new ReportParameters(dataset.Id),
                cancellationToken);
            await output.FollowAsync(handle, cancellationToken);
            var report = await handle.GetAsync(cancellationToken);
            // </snippet>
            var plot = new FileInfo(Path.ChangeExtension(report.FilePath, ".png"));
            output.Say($"{report.Flights:N0} flights in {report.Rows} rows, a plot of {plot.Length / 1024} KiB: {report.FilePath}");
            output.Check(File.Exists(report.FilePath) && plot.Length > 0, $"The page and the plot of {kind.Name} exist");
        }
    }
}
