using Microsoft.Data.Sqlite;

namespace TaskGen.Sample;

/// <summary>
/// Represents a database in a SQLite file. Each session has a separate connection. Many sessions can read at the same time, but only one
/// can write.
/// </summary>
/// <param name="path">The path of the file, which is created if it does not exist.</param>
public sealed class SqliteDatabase(string path) : SampleDatabase
{
    private const int ConstraintError = 19;
    private const int BriefSeconds = 1;
    private const int AmpleSeconds = 120;

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        Pooling = false,
    }.ToString();

    /// <inheritdoc/>
    public override string Place { get; } = path;

    /// <inheritdoc/>
    public override async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(LockPatience.Ample, cancellationToken);
        await using var create = connection.CreateCommand();

        // Write-ahead logging allows reads during a write.
        create.CommandText = "pragma journal_mode = wal;" + SampleSchema.Create(SqlDialect.Sqlite);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<SqlSession> ReadAsync(CancellationToken cancellationToken) =>
        new(await OpenAsync(LockPatience.Brief, cancellationToken), transaction: null, Seconds(LockPatience.Brief));

    /// <inheritdoc/>
    public override async Task<SqlSession> WriteAsync(LockPatience patience, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(patience, cancellationToken);
        try
        {
            // The transaction acquires the write lock when it starts. A transaction that reads first and writes later could fail at any
            // statement.
            return new SqlSession(connection, connection.BeginTransaction(deferred: false), Seconds(patience));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<int?> TryExecuteAsync(
        SqlSession session, string sql, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        try
        {
            return await session.ExecuteAsync(sql, parameters, cancellationToken);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == ConstraintError)
        {
            // In SQLite, only the refused statement is rolled back, and the transaction continues.
            return null;
        }
    }

    internal async Task<SqliteConnection> OpenAsync(LockPatience patience, CancellationToken cancellationToken)
    {
        // DefaultTimeout is the time that SQLite waits for a lock before it returns SQLITE_BUSY.
        var connection = new SqliteConnection(_connectionString) { DefaultTimeout = Seconds(patience) };
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

    private static int Seconds(LockPatience patience) => patience == LockPatience.Brief ? BriefSeconds : AmpleSeconds;
}
