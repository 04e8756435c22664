using System.Data.Common;
using System.Globalization;

namespace TaskGen.Sample;

/// <summary>
/// Contains tasks that process data sets in a database. The payload of a task contains the id of a data set instead of its rows.
/// </summary>
/// <param name="store">The database.</param>
public sealed class DatasetTasks(IDatasetStore store)
{
    private const int ReportEvery = 10;

    /// <summary>
    /// Reads a data set row by row, normalizes and validates the rows, and stores the result. Equal dispatches join one task, and another
    /// attempt after a crash does not store a second result.
    /// </summary>
    /// <param name="datasetId">The id of the data set.</param>
    /// <param name="options">The processing options.</param>
    /// <param name="progress">
    /// The object that receives a report every ten rows. The worker sends the latest report a few times per second.
    /// </param>
    /// <param name="context">The task context, whose id is the key of the stored result.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The stored report.</returns>
    /// <exception cref="TaskRejectedException">
    /// The data set does not exist, or the share of valid rows is below the threshold. Another attempt would have the same result.
    /// </exception>
    // <snippet IdempotentStep>
    [Task(Name = "datasets.process_large",
        Queue = "cpu_intensive", Idempotent = true,
        Retry = 3, ProgressIntervalSeconds = 0.02)]
    public async Task<DatasetReport> ProcessLargeDataset(
        int datasetId, ProcessingOptions options,
        ITaskProgress progress, TaskContext context,
        CancellationToken cancellationToken)
    // </snippet>
    {
        var dataset = await FindAsync(datasetId, cancellationToken);
        progress.Report(0, dataset.RowCount, "Starting");

        var report = new DatasetReportBuilder(options);
        // <snippet LargeDatasetStep>
        var rows = store.ReadRowsAsync(datasetId, cancellationToken);
        await foreach (var row in rows)
        {
            report.Add(row);
            // <snippet ProgressStep>
            if (report.Processed % ReportEvery == 0)
            {
                progress.Report(report.Processed, dataset.RowCount,
                    $"Processed {report.Processed}/{dataset.RowCount} rows");
            }
            // </snippet>
        }
        // </snippet>

        if (report.Quality < options.QualityThreshold)
        {
            throw new TaskRejectedException(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Quality:P2} of the rows in data set {datasetId} ({dataset.Name}) are valid; "
                + $"the minimum is {options.QualityThreshold:P2}."));
        }

        progress.Report(report.Processed, dataset.RowCount, $"Processed {report.Processed}/{dataset.RowCount} rows");
        // <snippet LargeDatasetStep>
        return await store.SaveReportAsync(
            context.Id, report.Build(datasetId), cancellationToken);
        // </snippet>
    }

    /// <summary>
    /// Compares a data set with the file from which it was imported, and records the check. If another transaction holds the write lock,
    /// the database returns an error after one second, and the task is retried. If there is a difference, the task is not retried, because
    /// the difference is permanent.
    /// </summary>
    /// <param name="datasetId">The id of the data set.</param>
    /// <param name="context">The task context, whose id is the key of the stored check.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The result of the check.</returns>
    /// <exception cref="TaskRejectedException">
    /// The data set does not exist, or the number of its rows differs from that of the file.
    /// </exception>
    // <snippet RetryStep>
    [Task(Name = "datasets.verify_archive",
        Retry = 3, RetryBaseDelaySeconds = 0.2)]
    [RetryOn<DbException>]
    public async Task<ArchiveCheck> VerifyArchive(
        int datasetId, TaskContext context,
        CancellationToken cancellationToken)
    // </snippet>
    {
        await FindAsync(datasetId, cancellationToken);
        var imported = await store.CountRowsAsync(datasetId, cancellationToken);
        var published = await FlightArchive.ReadAsync(cancellationToken).CountAsync(cancellationToken);
        if (imported != published)
        {
            throw new TaskRejectedException(
                $"Data set {datasetId} has {imported} rows, but the file from which it was imported has {published} rows.");
        }

        var check = new ArchiveCheck(datasetId, imported, await FlightArchive.ReadSha256Async(cancellationToken));
        await store.SaveCheckAsync(context.Id, check, cancellationToken);
        return check;
    }

    private async Task<Dataset> FindAsync(int datasetId, CancellationToken cancellationToken) =>
        await store.FindAsync(datasetId, cancellationToken)
        ?? throw new TaskRejectedException($"Data set {datasetId} does not exist.");
}
