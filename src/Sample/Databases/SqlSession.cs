using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TaskGen.Sample;

/// <summary>A connection and, where it writes, its transaction. Parameters are called <c>@name</c> in both databases.</summary>
/// <param name="connection">The open connection; closed with the session.</param>
/// <param name="transaction">The transaction, rolled back where it is not committed; null where the session reads.</param>
/// <param name="timeoutSeconds">How long a statement may take.</param>
public sealed class SqlSession(DbConnection connection, DbTransaction? transaction, int timeoutSeconds) : IAsyncDisposable
{
    /// <summary>Runs a statement.</summary>
    /// <param name="sql">The statement, or several.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> ExecuteAsync(
        string sql, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads rows.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="sql">The query.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="read">Reads the row that the reader stands at.</param>
    /// <param name="cancellationToken">Ends it.</param>
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

    /// <summary>Reads a number.</summary>
    /// <param name="sql">A query of one row and column.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The number.</returns>
    public async Task<int> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, []);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>Makes what was written stay.</summary>
    /// <param name="cancellationToken">Ends the call; whether it was committed is unknown then.</param>
    /// <returns>A task that completes when it is committed.</returns>
    /// <exception cref="InvalidOperationException">The session only reads.</exception>
    public Task CommitAsync(CancellationToken cancellationToken) =>
        transaction?.CommitAsync(cancellationToken)
        ?? throw new InvalidOperationException("This session only reads: there is nothing to commit.");

    /// <summary>Rolls back what was not committed, and closes the connection.</summary>
    /// <returns>A task that completes when it is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    [SuppressMessage(
        "Security", "CA2100", Justification = "Every statement is a constant of the sample; what comes from outside is a parameter.")]
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
