using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>
/// Shows that a large data set is processed row by row, and that the result is stored only once, with the task id as its key.
/// </summary>
/// <param name="store">The database.</param>
/// <param name="datasets">The client of the tasks.</param>
/// <param name="output">The output of the step.</param>
internal sealed class LargeDatasetStep(IDatasetStore store, DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    private const int InvalidRowsShown = 3;

    public string Title => "4. Large data set";

    public string Shows => "100,000 rows are validated, and the result is stored once";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var handle = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions(Normalize: false), cancellationToken);
        await output.FollowAsync(handle, cancellationToken);
        var report = await handle.GetAsync(cancellationToken);
        output.Show(ReportView.DayParts(report, TableBorder.None));
        var reasons = report.InvalidByReason.Select(static entry => FormattableString.Invariant($"{entry.Value} {entry.Key}"));
        output.Say($"{report.Invalid} of {report.Processed:N0} rows are invalid: {string.Join(", ", reasons)}");
        foreach (var row in report.FirstInvalid.Take(InvalidRowsShown))
        {
            output.Say($"Row {row.Number:N0}: {row.Reason} ({row.Delay} min)");
        }

        var stored = await store.FindReportAsync(handle.Id, cancellationToken);
        output.Check(
            report.Processed == dataset.RowCount && report.InvalidByReason.Values.Sum() == report.Invalid,
            "Every row was processed, and every invalid row has a reason");
        output.Check(
            stored?.Processed == dataset.RowCount && stored.Invalid == report.Invalid,
            "The database has the result under the id of the task");
    }
}
