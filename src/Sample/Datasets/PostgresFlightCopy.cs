using Npgsql;
using NpgsqlTypes;

namespace TaskGen.Sample;

/// <summary>Sends flights to PostgreSQL in the binary COPY format, with one command for all rows.</summary>
internal static class PostgresFlightCopy
{
    private const string Copy = "copy dataset_rows (dataset_id, row_number, delay, distance, departure) from stdin (format binary)";

    /// <summary>Sends rows as part of the current transaction of the connection.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="datasetId">The id of the data set.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. If the call is canceled, no row is stored.</param>
    /// <returns>The number of rows.</returns>
    public static async Task<int> WriteAsync(
        NpgsqlConnection connection, int datasetId, IAsyncEnumerable<FlightRow> rows, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var copy = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(datasetId, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(row.Number, NpgsqlDbType.Integer, cancellationToken);
            await WriteAsync(copy, row.Delay, NpgsqlDbType.Integer, cancellationToken);
            await WriteAsync(copy, row.Distance, NpgsqlDbType.Integer, cancellationToken);
            await WriteAsync(copy, row.Departure, NpgsqlDbType.Double, cancellationToken);
            count++;
        }

        // Without this call, the server discards all rows.
        await copy.CompleteAsync(cancellationToken);
        return count;
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellationToken)
        where T : struct =>
        value is { } present ? copy.WriteAsync(present, type, cancellationToken) : copy.WriteNullAsync(cancellationToken);
}
