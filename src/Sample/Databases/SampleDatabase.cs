using System.Data.Common;

namespace TaskGen.Sample;

/// <summary>
/// The database of the sample: SQLite or PostgreSQL. The stores ask it for sessions and speak SQL that both understand; what the two do
/// differently stands in the classes derived from this one. It may be used from any thread and from any number of processes at once.
/// </summary>
public abstract class SampleDatabase : IAsyncDisposable
{
    /// <summary>Where the data is, for people to read; never a password.</summary>
    public abstract string Place { get; }

    /// <summary>Makes the tables that are not there.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that completes when the tables are there.</returns>
    public abstract Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Opens a session that reads.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The session.</returns>
    public abstract Task<SqlSession> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Opens a session whose statements are one transaction: all of them or, unless it is committed, none.</summary>
    /// <param name="patience">How long it waits for somebody else's lock before it fails.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The session.</returns>
    /// <exception cref="DbException">Among others: somebody else held a lock for too long.</exception>
    public abstract Task<SqlSession> WriteAsync(LockPatience patience, CancellationToken cancellationToken);

    /// <summary>Changes a row that one of the database's own rules may protect: a check, a foreign key, a unique key.</summary>
    /// <param name="session">The transaction; it goes on either way.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many rows it changed; null where a rule refused it, and another attempt would meet the same.</returns>
    /// <exception cref="DbException">It failed for another reason, and the transaction with it.</exception>
    public abstract Task<int?> TryExecuteAsync(
        SqlSession session, string sql, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken);

    /// <summary>Closes what is open.</summary>
    /// <returns>A task that completes when it is closed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
