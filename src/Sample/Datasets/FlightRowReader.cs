using System.Data.Common;
using System.Runtime.CompilerServices;

namespace TaskGen.Sample;

/// <summary>Reads flights from the result of a query, in SQLite or PostgreSQL.</summary>
internal static class FlightRowReader
{
    /// <summary>Reads the result of a query row by row.</summary>
    /// <param name="reader">The reader of a result with the columns row_number, delay, distance, and departure.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The rows.</returns>
    public static async IAsyncEnumerable<FlightRow> ReadAsync(
        DbDataReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new FlightRow(
                reader.GetInt32(0),
                reader.IsDBNull(1) ? null : reader.GetInt32(1),
                reader.IsDBNull(2) ? null : reader.GetInt32(2),
                reader.IsDBNull(3) ? null : reader.GetDouble(3));
        }
    }
}
