namespace TaskGen.Sample;

/// <summary>Shows that a caller receives progress reports in order, and that the last report is always received.</summary>
/// <param name="datasets">The client of the tasks.</param>
/// <param name="output">The output of the step.</param>
internal sealed class ProgressStep(DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    private const int RowsBetweenReports = 10;

    public string Title => "3. Progress";

    public string Shows => "10,000 reports, of which the latest is sent a few times a second";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        // This dispatch has a separate key, so that it does not join the task of an equal dispatch in another step.
        var handle = await datasets.ProcessLargeDataset
            .With(new() { IdempotencyKey = "progress" })
            .DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken);
        var bar = output.AddBar();
        var reports = new List<TaskProgress>();
        // <snippet ProgressStep>
        await foreach (var report in handle.ProgressAsync(cancellationToken))
        {
            bar.Show(report);
            reports.Add(report);
        }
        // </snippet>

        await handle.GetAsync(cancellationToken);
        bar.End(await handle.GetSnapshotAsync(cancellationToken));
        output.Say($"The task made {dataset.RowCount / RowsBetweenReports:N0} reports, of which {reports.Count} were received");
        output.Check(
            reports.Zip(reports.Skip(1)).All(static pair => pair.First.Current <= pair.Second.Current), "The reports came in order");
        output.Check(reports[^1].Current == dataset.RowCount, "The last report was received");
    }
}
