using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TaskGen.Sample;

/// <summary>
/// Represents a database connection and, for a session that writes, its transaction. In both databases, SQL parameters have the form
/// <c>@name</c>.
/// </summary>
/// <param name="connection">The open connection, which is closed with the session.</param>
/// <param name="transaction">
/// The transaction, which is rolled back unless it is committed; <see langword="null"/> if the session only reads.
/// </param>
/// <param name="timeoutSeconds">The maximum duration of a statement, in seconds.</param>
public sealed class SqlSession(DbConnection connection, DbTransaction? transaction, int timeoutSeconds) : IAsyncDisposable
{
    /// <summary>Runs a statement.</summary>
    /// <param name="sql">One or more statements.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of changed rows.</returns>
    public async Task<int> ExecuteAsync(
        string sql, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads rows.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="sql">The query.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="read">A function that converts the current row of the reader.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The rows.</returns>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(
        string sql, IEnumerable<(string Name, object? Value)> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Runs a query that returns a number.</summary>
    /// <param name="sql">A query that returns one row with one column.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number.</returns>
    public async Task<int> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, []);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>Commits the transaction.</summary>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. If the call is canceled, it is unknown whether the transaction was committed.
    /// </param>
    /// <returns>A task that completes when the transaction is committed.</returns>
    /// <exception cref="InvalidOperationException">The session is read-only.</exception>
    public Task CommitAsync(CancellationToken cancellationToken) =>
        transaction?.CommitAsync(cancellationToken)
        ?? throw new InvalidOperationException(
            "This session is read-only and has no transaction to commit. Open it with WriteAsync instead.");

    /// <summary>Rolls back a transaction that was not committed, and closes the connection.</summary>
    /// <returns>A task that completes when the connection is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    [SuppressMessage(
        "Security", "CA2100", Justification = "Every statement is a constant of the sample. Values from outside are parameters.")]
    private DbCommand Command(string sql, IEnumerable<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = timeoutSeconds;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
