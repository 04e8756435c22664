namespace TaskGen.Sample;

/// <summary>A caller sees how far a task has come, in order, and the last report is never lost.</summary>
/// <param name="datasets">The tasks.</param>
/// <param name="output">Where to say it.</param>
internal sealed class ProgressStep(DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    private const int RowsBetweenReports = 10;

    public string Title => "3. update_state(PROGRESS): a report every ten rows, the latest of them sent a few times a second";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        // A key of its own, so that it does not join the task of an equal dispatch before it.
        var handle = await datasets.ProcessLargeDataset
            .With(new() { IdempotencyKey = "progress" })
            .DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken);
        var reports = new List<TaskProgress>();
        await foreach (var report in handle.ProgressAsync(cancellationToken))
        {
            reports.Add(report);
        }

        await handle.GetAsync(TourOutput.Patience, cancellationToken);
        output.Say(
            $"{dataset.RowCount / RowsBetweenReports:N0} reports were made, {reports.Count} arrived; the last: {reports[^1].Status}");
        TourOutput.Promise(
            reports.Zip(reports.Skip(1)).All(static pair => pair.First.Current <= pair.Second.Current),
            "reports should have come in order");
        TourOutput.Promise(reports[^1].Current == dataset.RowCount, "the last report should have arrived");
    }
}
