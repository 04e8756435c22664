using System.Data;
using System.Globalization;
using Npgsql;

namespace TaskGen.Sample;

/// <summary>Represents a database on a PostgreSQL server.</summary>
public sealed class PostgresDatabase : SampleDatabase
{
    // The key of the advisory lock under which the tables are created, because "create table if not exists" can fail if two processes run
    // it at the same time.
    private const long SchemaLock = 0x5461736B47656E;
    private const string IntegrityErrors = "23";
    private const int AmpleSeconds = 120;
    private const int StatementSeconds = 30;

    /// <summary>Initializes a new instance of the <see cref="PostgresDatabase"/> class without opening a connection.</summary>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <exception cref="ArgumentException">The connection string is not valid, or it does not specify a host.</exception>
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
            // In PostgreSQL, a failed statement aborts the whole transaction, so the statement runs with a savepoint. The three statements
            // are sent as one message.
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

    // The isolation level is always "read committed". With a stricter level, a second insert of the same key would cause a serialization
    // error instead of a conflict that "on conflict do nothing" ignores.
    internal static async Task<NpgsqlTransaction> BeginAsync(
        NpgsqlConnection connection, LockPatience patience, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

        // After this time, the server returns the error 55P03.
        await using var limit = new NpgsqlCommand(
            patience == LockPatience.Brief ? "set local lock_timeout = '1s'" : "set local lock_timeout = '120s'", connection, transaction);
        await limit.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }
}
