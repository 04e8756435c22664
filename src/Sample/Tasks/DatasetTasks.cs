using System.Data.Common;
using System.Globalization;

namespace TaskGen.Sample;

/// <summary>Tasks on data sets in a database. What travels is the id of a data set, never its rows.</summary>
/// <param name="store">The database.</param>
public sealed class DatasetTasks(IDatasetStore store)
{
    private const int ReportEvery = 10;

    /// <summary>
    /// Reads a data set row by row, normalises and validates it, and stores what it found. Equal dispatches are one task, and a repeat
    /// after a crash cannot store twice.
    /// </summary>
    /// <param name="datasetId">The data set.</param>
    /// <param name="options">How to process it.</param>
    /// <param name="progress">Told of every tenth row; what leaves the worker is the latest, a few times a second.</param>
    /// <param name="context">Its id is the key of the stored result.</param>
    /// <param name="cancellationToken">Ends it between two rows.</param>
    /// <returns>The report that is stored.</returns>
    /// <exception cref="TaskRejectedException">
    /// There is no such data set, or too little of it is valid: another attempt would find the same.
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
                $"{report.Quality:P2} of data set {datasetId} ({dataset.Name}) is valid; the threshold is {options.QualityThreshold:P2}."));
        }

        progress.Report(report.Processed, dataset.RowCount, $"Processed {report.Processed}/{dataset.RowCount} rows");
        // <snippet LargeDatasetStep>
        return await store.SaveReportAsync(
            context.Id, report.Build(datasetId), cancellationToken);
        // </snippet>
    }

    /// <summary>
    /// Compares a data set with the file it was imported from and records that it did. While somebody else holds the write lock, the
    /// database gives up after a second, which is worth another attempt; that the two differ is not.
    /// </summary>
    /// <param name="datasetId">The data set.</param>
    /// <param name="context">Its id is the key of the record.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What both agree on.</returns>
    /// <exception cref="TaskRejectedException">There is no such data set, or it has not as many rows as the file.</exception>
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
            throw new TaskRejectedException($"Data set {datasetId} has {imported} rows; the file it was imported from has {published}.");
        }

        var check = new ArchiveCheck(datasetId, imported, await FlightArchive.ReadSha256Async(cancellationToken));
        await store.SaveCheckAsync(context.Id, check, cancellationToken);
        return check;
    }

    private async Task<Dataset> FindAsync(int datasetId, CancellationToken cancellationToken) =>
        await store.FindAsync(datasetId, cancellationToken)
        ?? throw new TaskRejectedException($"There is no data set {datasetId}.");
}
