using System.Data.Common;
using System.Runtime.CompilerServices;

namespace TaskGen.Sample;

/// <summary>Reads flights from a query of either database.</summary>
internal static class FlightRowReader
{
    /// <summary>Reads what a query has found, one row after the other.</summary>
    /// <param name="reader">Its columns: row_number, delay, distance, departure.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
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
