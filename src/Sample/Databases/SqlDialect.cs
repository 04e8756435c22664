namespace TaskGen.Sample;

/// <summary>Contains the parts of table declarations that differ between the databases.</summary>
/// <param name="Identity">The declaration of an auto-increment primary key column.</param>
/// <param name="Json">The column type for JSON.</param>
/// <param name="Time">The column type for a point in time.</param>
/// <param name="KeyedTable">The suffix of the declaration of a table that is read only by its primary key.</param>
internal sealed record SqlDialect(string Identity, string Json, string Time, string KeyedTable)
{
    public static SqlDialect Sqlite { get; } = new("integer primary key", "text", "text", "without rowid");

    // The type is "json" instead of "jsonb", because a stored result must be returned unchanged, byte for byte.
    public static SqlDialect Postgres { get; } = new(
        "integer generated always as identity primary key", "json", "timestamp with time zone", "");
}
