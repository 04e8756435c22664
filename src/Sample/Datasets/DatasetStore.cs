using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace TaskGen.Sample;

/// <summary>Everything the tasks read and write, in one SQLite file. Each call has a connection of its own, so it may be used from any thread.</summary>
/// <param name="path">The file.</param>
/// <param name="time">What <c>created_at</c> is taken from.</param>
public sealed class DatasetStore(string path, TimeProvider time)
{
    // How long SQLite waits for a lock before it says SQLITE_BUSY: a task should fail soon and be retried, not hold its slot.
    private const int LockTimeoutSeconds = 1;

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = LockTimeoutSeconds,
        Pooling = false,
    }.ToString();

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Makes the tables in a file that has none yet.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that completes when the tables are there.</returns>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var create = connection.CreateCommand();
        create.CommandText = Schema.Create;
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Imports a data set: all of it or nothing.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="source">Who published it.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="cancellationToken">Ends the call; nothing is imported then.</param>
    /// <returns>The data set.</returns>
    public async Task<Dataset> ImportAsync(string name, string source, IAsyncEnumerable<FlightRow> rows, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into datasets (name, source, row_count) values ($name, $source, 0) returning id";
        insert.Parameters.AddWithValue("$name", name);
        insert.Parameters.AddWithValue("$source", source);
        var id = Convert.ToInt32(await insert.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);

        var count = await InsertRowsAsync(connection, transaction, id, rows, cancellationToken);

        await using var update = connection.CreateCommand();
        update.Transaction = transaction;
        update.CommandText = "update datasets set row_count = $count where id = $id";
        update.Parameters.AddWithValue("$count", count);
        update.Parameters.AddWithValue("$id", id);
        await update.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Dataset(id, name, source, count);
    }

    /// <summary>Finds a data set.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The data set, or null.</returns>
    public async Task<Dataset?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var select = connection.CreateCommand();
        select.CommandText = "select name, source, row_count from datasets where id = $id";
        select.Parameters.AddWithValue("$id", id);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Dataset(id, reader.GetString(0), reader.GetString(1), reader.GetInt32(2))
            : null;
    }

    /// <summary>Counts the rows that are there.</summary>
    /// <param name="datasetId">The data set.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The number of rows.</returns>
    public async Task<int> CountRowsAsync(int datasetId, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var count = connection.CreateCommand();
        count.CommandText = "select count(*) from dataset_rows where dataset_id = $id";
        count.Parameters.AddWithValue("$id", datasetId);
        return Convert.ToInt32(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>Streams the rows of a data set: it is never in memory as a whole.</summary>
    /// <param name="datasetId">The data set.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The rows, by number.</returns>
    public async IAsyncEnumerable<FlightRow> ReadRowsAsync(int datasetId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var select = connection.CreateCommand();
        select.CommandText = "select row_number, delay, distance, departure from dataset_rows where dataset_id = $id order by row_number";
        select.Parameters.AddWithValue("$id", datasetId);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new FlightRow(
                reader.GetInt32(0),
                reader.IsDBNull(1) ? null : reader.GetInt32(1),
                reader.IsDBNull(2) ? null : reader.GetInt32(2),
                reader.IsDBNull(3) ? null : reader.GetDouble(3));
        }
    }

    /// <summary>
    /// Stores what a task found, once: a task runs at least once, so its body may come here again after a crash. The task's id is the key, and
    /// whoever comes second gets what the first one stored.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="report">What it found.</param>
    /// <param name="cancellationToken">Ends the call; nothing is stored then.</param>
    /// <returns>The report that is stored.</returns>
    public async Task<DatasetReport> SaveReportAsync(TaskId taskId, DatasetReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """
            insert into processing_results (task_id, dataset_id, processed, invalid, result_json, created_at)
            values ($task, $dataset, $processed, $invalid, $json, $now)
            on conflict (task_id) do nothing
            """;
        insert.Parameters.AddWithValue("$task", taskId.ToString());
        insert.Parameters.AddWithValue("$dataset", report.DatasetId);
        insert.Parameters.AddWithValue("$processed", report.Processed);
        insert.Parameters.AddWithValue("$invalid", report.Invalid);
        insert.Parameters.AddWithValue("$json", JsonSerializer.Serialize(report, SampleJson.Default.DatasetReport));
        insert.Parameters.AddWithValue("$now", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        await insert.ExecuteNonQueryAsync(cancellationToken);

        await using var select = connection.CreateCommand();
        select.Transaction = transaction;
        select.CommandText = "select result_json from processing_results where task_id = $task";
        select.Parameters.AddWithValue("$task", taskId.ToString());
        var json = (string)(await select.ExecuteScalarAsync(cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return JsonSerializer.Deserialize(json, SampleJson.Default.DatasetReport)!;
    }

    /// <summary>Counts the stored results.</summary>
    /// <param name="datasetId">The data set.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many tasks have stored a result for it.</returns>
    public async Task<int> CountReportsAsync(int datasetId, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var count = connection.CreateCommand();
        count.CommandText = "select count(*) from processing_results where dataset_id = $id";
        count.Parameters.AddWithValue("$id", datasetId);
        return Convert.ToInt32(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>Records that a data set was checked; once a task.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="check">What it found.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that completes when it is stored.</returns>
    /// <exception cref="SqliteException">Somebody else held the write lock for too long (SQLITE_BUSY).</exception>
    public async Task SaveCheckAsync(TaskId taskId, ArchiveCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        await using var connection = await OpenAsync(cancellationToken);
        await using var insert = connection.CreateCommand();
        insert.CommandText = """
            insert into dataset_checks (task_id, dataset_id, sha256, row_count)
            values ($task, $dataset, $sha256, $rows)
            on conflict (task_id) do nothing
            """;
        insert.Parameters.AddWithValue("$task", taskId.ToString());
        insert.Parameters.AddWithValue("$dataset", check.DatasetId);
        insert.Parameters.AddWithValue("$sha256", check.Sha256);
        insert.Parameters.AddWithValue("$rows", check.Rows);
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes SQLite's write lock, as a backup or a migration would: until it is disposed of, every other writer is told SQLITE_BUSY.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The lock.</returns>
    public async Task<IAsyncDisposable> HoldWriteLockAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        try
        {
            // "begin immediate" takes the lock now and not with the first write. Closing the connection rolls back and gives it up.
            connection.BeginTransaction(deferred: false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<int> InsertRowsAsync(
        SqliteConnection connection, SqliteTransaction transaction, int datasetId, IAsyncEnumerable<FlightRow> rows, CancellationToken cancellationToken)
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into dataset_rows (dataset_id, row_number, delay, distance, departure) values ($dataset, $number, $delay, $distance, $departure)";
        insert.Parameters.AddWithValue("$dataset", datasetId);
        var number = insert.Parameters.Add("$number", SqliteType.Integer);
        var delay = insert.Parameters.Add("$delay", SqliteType.Integer);
        var distance = insert.Parameters.Add("$distance", SqliteType.Integer);
        var departure = insert.Parameters.Add("$departure", SqliteType.Real);
        await insert.PrepareAsync(cancellationToken);
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            number.Value = row.Number;
            delay.Value = row.Delay ?? (object)DBNull.Value;
            distance.Value = row.Distance ?? (object)DBNull.Value;
            departure.Value = row.Departure ?? (object)DBNull.Value;
            await insert.ExecuteNonQueryAsync(cancellationToken);
            count++;
        }

        return count;
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
