using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace TaskGen.Sample;

/// <summary>Stores data sets in SQLite.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock for <c>created_at</c>.</param>
public sealed class SqliteDatasetStore(SqliteDatabase database, TimeProvider time) : IDatasetStore
{
    /// <inheritdoc/>
    public async Task<DatasetImport> ImportAsync(
        string name, string source, IAsyncEnumerable<FlightRow> rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(LockPatience.Ample, cancellationToken);

        // The transaction acquires the write lock when it starts, so only one process at a time checks whether the data set exists.
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (await FindAsync(connection, name, cancellationToken) is { } present)
        {
            return new DatasetImport(present, IsNew: false);
        }

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
        return new DatasetImport(new Dataset(id, name, source, count), IsNew: true);
    }

    /// <inheritdoc/>
    public async Task<Dataset?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(LockPatience.Brief, cancellationToken);
        await using var select = connection.CreateCommand();
        select.CommandText = "select name, source, row_count from datasets where id = $id";
        select.Parameters.AddWithValue("$id", id);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Dataset(id, reader.GetString(0), reader.GetString(1), reader.GetInt32(2))
            : null;
    }

    /// <inheritdoc/>
    public async Task<Dataset?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(LockPatience.Brief, cancellationToken);
        return await FindAsync(connection, name, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<int> CountRowsAsync(int datasetId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(LockPatience.Brief, cancellationToken);
        await using var count = connection.CreateCommand();
        count.CommandText = "select count(*) from dataset_rows where dataset_id = $id";
        count.Parameters.AddWithValue("$id", datasetId);
        return Convert.ToInt32(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FlightRow> ReadRowsAsync(int datasetId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(LockPatience.Brief, cancellationToken);
        await using var select = connection.CreateCommand();
        select.CommandText = "select row_number, delay, distance, departure from dataset_rows where dataset_id = $id order by row_number";
        select.Parameters.AddWithValue("$id", datasetId);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        await foreach (var row in FlightRowReader.ReadAsync(reader, cancellationToken))
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public async Task<DatasetReport> SaveReportAsync(TaskId taskId, DatasetReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var connection = await database.OpenAsync(LockPatience.Brief, cancellationToken);
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

        var stored = await FindReportAsync(connection, taskId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return stored!;
    }

    /// <inheritdoc/>
    public async Task<DatasetReport?> FindReportAsync(TaskId taskId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(LockPatience.Brief, cancellationToken);
        return await FindReportAsync(connection, taskId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SaveCheckAsync(TaskId taskId, ArchiveCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        await using var connection = await database.OpenAsync(LockPatience.Brief, cancellationToken);
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

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> HoldWriteLockAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(LockPatience.Brief, cancellationToken);
        try
        {
            // "begin immediate" acquires the lock now instead of at the first write. Closing the connection rolls back the transaction and
            // releases the lock.
            connection.BeginTransaction(deferred: false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<Dataset?> FindAsync(SqliteConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var select = connection.CreateCommand();
        select.CommandText = "select id, source, row_count from datasets where name = $name";
        select.Parameters.AddWithValue("$name", name);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Dataset(reader.GetInt32(0), name, reader.GetString(1), reader.GetInt32(2))
            : null;
    }

    private static async Task<DatasetReport?> FindReportAsync(
        SqliteConnection connection, TaskId taskId, CancellationToken cancellationToken)
    {
        await using var select = connection.CreateCommand();
        select.CommandText = "select result_json from processing_results where task_id = $task";
        select.Parameters.AddWithValue("$task", taskId.ToString());
        return await select.ExecuteScalarAsync(cancellationToken) is string json
            ? JsonSerializer.Deserialize(json, SampleJson.Default.DatasetReport)
            : null;
    }

    private static async Task<int> InsertRowsAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        int datasetId,
        IAsyncEnumerable<FlightRow> rows,
        CancellationToken cancellationToken)
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into dataset_rows (dataset_id, row_number, delay, distance, departure) values ($dataset, $number, "
            + "$delay, $distance, $departure)";
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
}
