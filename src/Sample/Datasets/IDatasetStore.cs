using System.Data.Common;

namespace TaskGen.Sample;

/// <summary>
/// Stores data sets and the results of processing them. Several threads and processes can use the store at the same time.
/// </summary>
public interface IDatasetStore
{
    /// <summary>
    /// Imports a data set in one transaction, unless a data set with this name exists. If several processes call this method at the same
    /// time, one imports the data set and the others wait for it.
    /// </summary>
    /// <param name="name">The name of the data set.</param>
    /// <param name="source">The publisher of the data.</param>
    /// <param name="rows">The rows. They are read only if the data set is imported.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the import.</param>
    /// <returns>The data set, and whether this call imported it.</returns>
    Task<DatasetImport> ImportAsync(string name, string source, IAsyncEnumerable<FlightRow> rows, CancellationToken cancellationToken);

    /// <summary>Finds a data set.</summary>
    /// <param name="id">The id of the data set.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The data set, or <see langword="null"/> if it does not exist.</returns>
    Task<Dataset?> FindAsync(int id, CancellationToken cancellationToken);

    /// <summary>Finds a data set by its name.</summary>
    /// <param name="name">The name of the data set.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The data set, or <see langword="null"/> if it does not exist.</returns>
    Task<Dataset?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Counts the rows of a data set.</summary>
    /// <param name="datasetId">The id of the data set.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of rows.</returns>
    Task<int> CountRowsAsync(int datasetId, CancellationToken cancellationToken);

    /// <summary>Streams the rows of a data set, so that they are not all in memory at the same time.</summary>
    /// <param name="datasetId">The id of the data set.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The rows, ordered by number.</returns>
    IAsyncEnumerable<FlightRow> ReadRowsAsync(int datasetId, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the result of a task, unless a result has already been stored. A task runs at least once, so its method can call this method
    /// again after a crash. The id of the task is the key: a second call stores nothing and returns the report that the first call stored.
    /// </summary>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="report">The result of the task.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the transaction.</param>
    /// <returns>The stored report.</returns>
    /// <exception cref="DbException">The database reported an error; for example, another transaction held a lock for too long.</exception>
    Task<DatasetReport> SaveReportAsync(TaskId taskId, DatasetReport report, CancellationToken cancellationToken);

    /// <summary>Finds the stored result of a task.</summary>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The report, or <see langword="null"/> if the task has stored none.</returns>
    Task<DatasetReport?> FindReportAsync(TaskId taskId, CancellationToken cancellationToken);

    /// <summary>Records the check of a data set, once per task.</summary>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="check">The result of the check.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the transaction.</param>
    /// <returns>A task that completes when the check is stored.</returns>
    /// <exception cref="DbException">The database reported an error; for example, another transaction held a lock for too long.</exception>
    Task SaveCheckAsync(TaskId taskId, ArchiveCheck check, CancellationToken cancellationToken);

    /// <summary>
    /// Prevents other writers from storing checks until the returned object is disposed, as a backup or a migration does. Reads are not
    /// blocked.
    /// </summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>An object that releases the lock when it is disposed.</returns>
    Task<IAsyncDisposable> HoldWriteLockAsync(CancellationToken cancellationToken);
}
