using Npgsql;
using NpgsqlTypes;

namespace TaskGen.Sample;

/// <summary>Sends flights to PostgreSQL in its binary COPY format: one command for all rows.</summary>
internal static class PostgresFlightCopy
{
    private const string Copy = "copy dataset_rows (dataset_id, row_number, delay, distance, departure) from stdin (format binary)";

    /// <summary>Sends rows, in the transaction that the connection is in.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="datasetId">Whose rows they are.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Ends the call; no row is there then.</param>
    /// <returns>How many there were.</returns>
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

        // Without it the server takes none of them.
        await copy.CompleteAsync(cancellationToken);
        return count;
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellationToken)
        where T : struct =>
        value is { } present ? copy.WriteAsync(present, type, cancellationToken) : copy.WriteNullAsync(cancellationToken);
}
