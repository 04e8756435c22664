namespace TaskGen.Sample;

/// <summary>A large data set is processed row by row, and the result is stored once, under the task's id.</summary>
/// <param name="store">The database.</param>
/// <param name="datasets">The tasks.</param>
/// <param name="output">Where to say it.</param>
internal sealed class LargeDatasetStep(IDatasetStore store, DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    public string Title => "4. process_large_dataset: read, normalise, validate, store in one transaction";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var handle = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions(Normalize: false), cancellationToken);
        await output.FollowAsync(handle, cancellationToken);
        var report = await handle.GetAsync(TourOutput.Patience, cancellationToken);
        ReportView.Show(output.Console, report);

        var stored = await store.FindReportAsync(handle.Id, cancellationToken);
        output.Say($"the database has it under the id of its task: {stored?.Processed:N0} rows, {stored?.Invalid} of them invalid");
        TourOutput.Promise(
            stored?.Processed == dataset.RowCount && report.Processed == dataset.RowCount && stored.Invalid == report.Invalid,
            "the result should have been stored under the id of its task");
        TourOutput.Promise(report.InvalidByReason.Values.Sum() == report.Invalid, "every invalid row should have a reason");
    }
}
