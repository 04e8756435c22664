namespace TaskGen.Sample;

/// <summary>What the two databases write differently in a table's declaration.</summary>
/// <param name="Identity">The rest of a column that numbers its rows.</param>
/// <param name="Json">The type of JSON text.</param>
/// <param name="Time">The type of a moment.</param>
/// <param name="KeyedTable">What follows a table that is read by its primary key only.</param>
internal sealed record SqlDialect(string Identity, string Json, string Time, string KeyedTable)
{
    public static SqlDialect Sqlite { get; } = new("integer primary key", "text", "text", "without rowid");

    // "json" and not "jsonb": who comes second gets what the first stored, to the byte.
    public static SqlDialect Postgres { get; } = new(
        "integer generated always as identity primary key", "json", "timestamp with time zone", "");
}
