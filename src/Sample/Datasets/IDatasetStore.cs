using System.Data.Common;

namespace TaskGen.Sample;

/// <summary>Data sets, and what was found in them. It may be used from any thread and from any number of processes at once.</summary>
public interface IDatasetStore
{
    /// <summary>
    /// Imports a data set, all of it or nothing, unless one of that name is there. Of several processes one imports, and the others wait
    /// for it.
    /// </summary>
    /// <param name="name">What it is called.</param>
    /// <param name="source">Who published it.</param>
    /// <param name="rows">Its rows; read only where they are imported.</param>
    /// <param name="cancellationToken">Ends the call; nothing is imported then.</param>
    /// <returns>The data set.</returns>
    Task<DatasetImport> ImportAsync(string name, string source, IAsyncEnumerable<FlightRow> rows, CancellationToken cancellationToken);

    /// <summary>Finds a data set.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The data set, or null.</returns>
    Task<Dataset?> FindAsync(int id, CancellationToken cancellationToken);

    /// <summary>Finds a data set by its name.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The data set, or null.</returns>
    Task<Dataset?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Counts the rows that are there.</summary>
    /// <param name="datasetId">The data set.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The number of rows.</returns>
    Task<int> CountRowsAsync(int datasetId, CancellationToken cancellationToken);

    /// <summary>Streams the rows of a data set: it is never in memory as a whole.</summary>
    /// <param name="datasetId">The data set.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The rows, by number.</returns>
    IAsyncEnumerable<FlightRow> ReadRowsAsync(int datasetId, CancellationToken cancellationToken);

    /// <summary>
    /// Stores what a task found, once: a task runs at least once, so its body may come here again after a crash. The task's id is the key,
    /// and whoever comes second gets what the first one stored.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="report">What it found.</param>
    /// <param name="cancellationToken">Ends the call; nothing is stored then.</param>
    /// <returns>The report that is stored.</returns>
    /// <exception cref="DbException">Among others: somebody else held a lock for too long.</exception>
    Task<DatasetReport> SaveReportAsync(TaskId taskId, DatasetReport report, CancellationToken cancellationToken);

    /// <summary>Finds a stored result.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What the task has stored, or null.</returns>
    Task<DatasetReport?> FindReportAsync(TaskId taskId, CancellationToken cancellationToken);

    /// <summary>Records that a data set was checked; once a task.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="check">What it found.</param>
    /// <param name="cancellationToken">Ends the call; nothing is stored then.</param>
    /// <returns>A task that completes when it is stored.</returns>
    /// <exception cref="DbException">Among others: somebody else held a lock for too long.</exception>
    Task SaveCheckAsync(TaskId taskId, ArchiveCheck check, CancellationToken cancellationToken);

    /// <summary>Keeps every other writer of checks out, as a backup or a migration would, until it is disposed of. Readers go on.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The lock.</returns>
    Task<IAsyncDisposable> HoldWriteLockAsync(CancellationToken cancellationToken);
}
