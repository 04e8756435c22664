using System.Data;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace TaskGen.Sample;

/// <summary>Stores data sets in PostgreSQL.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock for <c>created_at</c>.</param>
public sealed class PostgresDatasetStore(PostgresDatabase database, TimeProvider time) : IDatasetStore
{
    /// <inheritdoc/>
    public async Task<DatasetImport> ImportAsync(
        string name, string source, IAsyncEnumerable<FlightRow> rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

        // If another transaction is importing the data set, this statement waits until that transaction has ended. It inserts a row only
        // if the other transaction was rolled back.
        await using var insert = new NpgsqlCommand(
            "insert into datasets (name, source, row_count) values ($1, $2, 0) on conflict (name) do nothing returning id",
            connection,
            transaction);
        insert.CommandTimeout = 0;
        insert.Parameters.AddWithValue(name);
        insert.Parameters.AddWithValue(source);
        if (await insert.ExecuteScalarAsync(cancellationToken) is not int id)
        {
            return new DatasetImport((await FindAsync(connection, name, cancellationToken))!, IsNew: false);
        }

        var count = await PostgresFlightCopy.WriteAsync(connection, id, rows, cancellationToken);
        await using var update = new NpgsqlCommand("update datasets set row_count = $1 where id = $2", connection, transaction);
        update.Parameters.AddWithValue(count);
        update.Parameters.AddWithValue(id);
        await update.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new DatasetImport(new Dataset(id, name, source, count), IsNew: true);
    }

    /// <inheritdoc/>
    public async Task<Dataset?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var select = database.Source.CreateCommand("select name, source, row_count from datasets where id = $1");
        select.Parameters.AddWithValue(id);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Dataset(id, reader.GetString(0), reader.GetString(1), reader.GetInt32(2))
            : null;
    }

    /// <inheritdoc/>
    public async Task<Dataset?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await FindAsync(connection, name, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<int> CountRowsAsync(int datasetId, CancellationToken cancellationToken)
    {
        await using var count = database.Source.CreateCommand("select count(*)::integer from dataset_rows where dataset_id = $1");
        count.Parameters.AddWithValue(datasetId);
        return (int)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FlightRow> ReadRowsAsync(int datasetId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var select = database.Source.CreateCommand(
            "select row_number, delay, distance, departure from dataset_rows where dataset_id = $1 order by row_number");
        select.Parameters.AddWithValue(datasetId);
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
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await PostgresDatabase.BeginAsync(connection, LockPatience.Brief, cancellationToken);
        await using var insert = new NpgsqlCommand(
            """
            insert into processing_results (task_id, dataset_id, processed, invalid, result_json, created_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (task_id) do nothing
            """,
            connection,
            transaction);
        insert.Parameters.AddWithValue(taskId.ToString());
        insert.Parameters.AddWithValue(report.DatasetId);
        insert.Parameters.AddWithValue(report.Processed);
        insert.Parameters.AddWithValue(report.Invalid);
        insert.Parameters.AddWithValue(NpgsqlDbType.Json, JsonSerializer.Serialize(report, SampleJson.Default.DatasetReport));
        insert.Parameters.AddWithValue(time.GetUtcNow());
        await insert.ExecuteNonQueryAsync(cancellationToken);

        // The report is read in the same transaction, so that the stored report is returned, even if an earlier call stored it.
        var stored = await FindReportAsync(connection, taskId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return stored!;
    }

    /// <inheritdoc/>
    public async Task<DatasetReport?> FindReportAsync(TaskId taskId, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await FindReportAsync(connection, taskId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SaveCheckAsync(TaskId taskId, ArchiveCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await PostgresDatabase.BeginAsync(connection, LockPatience.Brief, cancellationToken);
        await using var insert = new NpgsqlCommand(
            "insert into dataset_checks (task_id, dataset_id, sha256, row_count) values ($1, $2, $3, $4) on conflict (task_id) do nothing",
            connection,
            transaction);
        insert.Parameters.AddWithValue(taskId.ToString());
        insert.Parameters.AddWithValue(check.DatasetId);
        insert.Parameters.AddWithValue(check.Sha256);
        insert.Parameters.AddWithValue(check.Rows);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> HoldWriteLockAsync(CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        try
        {
            // Closing the connection rolls back the transaction, which releases the lock.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            await using var hold = new NpgsqlCommand("lock table dataset_checks in exclusive mode", connection, transaction);
            await hold.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<Dataset?> FindAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var select = new NpgsqlCommand("select id, source, row_count from datasets where name = $1", connection);
        select.Parameters.AddWithValue(name);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Dataset(reader.GetInt32(0), name, reader.GetString(1), reader.GetInt32(2))
            : null;
    }

    private static async Task<DatasetReport?> FindReportAsync(
        NpgsqlConnection connection, TaskId taskId, CancellationToken cancellationToken)
    {
        await using var select = new NpgsqlCommand("select result_json::text from processing_results where task_id = $1", connection);
        select.Parameters.AddWithValue(taskId.ToString());
        return await select.ExecuteScalarAsync(cancellationToken) is string json
            ? JsonSerializer.Deserialize(json, SampleJson.Default.DatasetReport)
            : null;
    }
}
