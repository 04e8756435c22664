namespace TaskGen.Sample;

/// <summary>Contains the differences between the databases in the declaration of a table.</summary>
/// <param name="Identity">The declaration of a column that numbers the rows.</param>
/// <param name="Json">The type of JSON text.</param>
/// <param name="Time">The type of a point in time.</param>
/// <param name="KeyedTable">The suffix of a table that is read only by its primary key.</param>
internal sealed record SqlDialect(string Identity, string Json, string Time, string KeyedTable)
{
    public static SqlDialect Sqlite { get; } = new("integer primary key", "text", "text", "without rowid");

    // "json" instead of "jsonb", because a stored result must be returned unchanged, byte for byte.
    public static SqlDialect Postgres { get; } = new(
        "integer generated always as identity primary key", "json", "timestamp with time zone", "");
}
