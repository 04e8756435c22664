using System.Data.Common;

namespace TaskGen.Sample;

/// <summary>
/// Represents the database of the sample, in SQLite or PostgreSQL. The stores open sessions and use SQL that both databases support;
/// derived classes implement the differences. Several threads and processes can use the database at the same time.
/// </summary>
public abstract class SampleDatabase : IAsyncDisposable
{
    /// <summary>Gets a description of the location of the data, for the output. It contains no password.</summary>
    public abstract string Place { get; }

    /// <summary>Creates the tables that do not exist.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>A task that completes when the tables exist.</returns>
    public abstract Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Opens a session for reading.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The session.</returns>
    public abstract Task<SqlSession> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Opens a session whose statements are one transaction. Disposing the session without a commit rolls the transaction back.
    /// </summary>
    /// <param name="patience">A value that specifies the maximum time to wait for the lock of another transaction.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The session.</returns>
    /// <exception cref="DbException">The database reported an error; for example, another transaction held a lock for too long.</exception>
    public abstract Task<SqlSession> WriteAsync(LockPatience patience, CancellationToken cancellationToken);

    /// <summary>Runs a statement that a database constraint might refuse: a check, a foreign key, or a unique key.</summary>
    /// <param name="session">The session. Its transaction continues if the statement is refused.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">The parameters of the statement.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of changed rows, or <see langword="null"/> if a constraint refused the change permanently.</returns>
    /// <exception cref="DbException">The statement failed for another reason. The transaction cannot continue.</exception>
    public abstract Task<int?> TryExecuteAsync(
        SqlSession session, string sql, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken);

    /// <summary>Closes the open connections.</summary>
    /// <returns>A task that completes when they are closed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
