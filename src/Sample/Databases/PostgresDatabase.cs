using System.Data;
using System.Globalization;
using Npgsql;

namespace TaskGen.Sample;

/// <summary>A database on a PostgreSQL server.</summary>
public sealed class PostgresDatabase : SampleDatabase
{
    // The key of the advisory lock under which the tables are made: "create table if not exists" alone can fail when two do it at once.
    private const long SchemaLock = 0x5461736B47656E;
    private const string IntegrityErrors = "23";
    private const int AmpleSeconds = 120;
    private const int StatementSeconds = 30;

    /// <summary>Opens no connection yet.</summary>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <exception cref="ArgumentException">It is no connection string, or names no host.</exception>
    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        Place = string.Create(
            CultureInfo.InvariantCulture,
            $"PostgreSQL at {settings.Host}:{settings.Port}, database {settings.Database ?? settings.Username}");
        Source = NpgsqlDataSource.Create(settings);
    }

    /// <inheritdoc/>
    public override string Place { get; }

    internal NpgsqlDataSource Source { get; }

    /// <inheritdoc/>
    public override async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var session = await WriteAsync(LockPatience.Ample, cancellationToken);
        await session.ExecuteAsync("select pg_advisory_xact_lock(@key)", [("@key", SchemaLock)], cancellationToken);
        await session.ExecuteAsync(SampleSchema.Create(SqlDialect.Postgres), [], cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<SqlSession> ReadAsync(CancellationToken cancellationToken) =>
        new(await Source.OpenConnectionAsync(cancellationToken), transaction: null, StatementSeconds);

    /// <inheritdoc/>
    public override async Task<SqlSession> WriteAsync(LockPatience patience, CancellationToken cancellationToken)
    {
        var connection = await Source.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await BeginAsync(connection, patience, cancellationToken);
            return new SqlSession(connection, transaction, patience == LockPatience.Brief ? StatementSeconds : AmpleSeconds);
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
            // In PostgreSQL a failed statement takes the whole transaction with it, so the row has a savepoint; all three travel as one
            // message.
            return await session.ExecuteAsync($"savepoint one_row; {sql}; release savepoint one_row", parameters, cancellationToken);
        }
        catch (PostgresException failure) when (failure.SqlState.StartsWith(IntegrityErrors, StringComparison.Ordinal))
        {
            await session.ExecuteAsync("rollback to savepoint one_row; release savepoint one_row", [], cancellationToken);
            return null;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await base.DisposeAsync();
    }

    // Read committed, whatever the server's default is: under anything stricter, coming second is a serialization error and not a conflict
    // to do nothing on.
    internal static async Task<NpgsqlTransaction> BeginAsync(
        NpgsqlConnection connection, LockPatience patience, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

        // After this long the server says 55P03.
        await using var limit = new NpgsqlCommand(
            patience == LockPatience.Brief ? "set local lock_timeout = '1s'" : "set local lock_timeout = '120s'", connection, transaction);
        await limit.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }
}
