using System.Data.Common;

namespace TaskGen.Sample;

/// <summary>Stores users and the results of operations on them. It can be used by several threads and processes at the same time.</summary>
public interface IUserStore
{
    /// <summary>
    /// Creates the users of the sample, unless they exist. They are equal in every database. If several processes call this method, one
    /// creates the users and the others wait for it.
    /// </summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the transaction.</param>
    /// <returns><see langword="true"/> if this call created the users; otherwise, <see langword="false"/>.</returns>
    Task<bool> SeedAsync(CancellationToken cancellationToken);

    /// <summary>Counts the users.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of all users and of active users.</returns>
    Task<UserCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Changes the users of a batch and records the result under the id of its task, in one transaction. Nothing is changed if a result is
    /// recorded, either by an earlier attempt or by <see cref="GiveUpAsync"/>.
    /// </summary>
    /// <param name="batch">The batch. The id of its task is the key.</param>
    /// <param name="userIds">The ids of the users.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the transaction.</param>
    /// <returns>The recorded result.</returns>
    /// <exception cref="DbException">The database failed; for example, another transaction held a lock for too long.</exception>
    Task<BatchResult> ApplyAsync(UserBatch batch, IReadOnlyList<int> userIds, CancellationToken cancellationToken);

    /// <summary>
    /// Abandons a batch: unless its result is recorded, it is recorded as failed. A task that still processes the batch can then no longer
    /// change users.
    /// </summary>
    /// <param name="batch">The batch. The id of its task is the key.</param>
    /// <param name="users">The number of users in the batch, all of which are recorded as failed.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The recorded result: the failure, or the result of the batch if it had finished.</returns>
    Task<BatchResult> GiveUpAsync(UserBatch batch, int users, CancellationToken cancellationToken);

    /// <summary>Stores the result of an operation once.</summary>
    /// <param name="taskId">The id of the task, which is the key.</param>
    /// <param name="report">The result.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the transaction.</param>
    /// <returns>The stored report, which an earlier attempt may have stored.</returns>
    Task<UserOperationReport> SaveOperationAsync(TaskId taskId, UserOperationReport report, CancellationToken cancellationToken);

    /// <summary>Finds the result of an operation.</summary>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The stored report, or <see langword="null"/> if there is none.</returns>
    Task<UserOperationReport?> FindOperationAsync(TaskId taskId, CancellationToken cancellationToken);
}
