using System.Data.Common;

namespace TaskGen.Sample;

/// <summary>Stores users and the results of operations on them. Several threads and processes can use the store at the same time.</summary>
public interface IUserStore
{
    /// <summary>
    /// Creates the users of the sample, if they do not exist. The users are the same in every database. If several processes call this
    /// method at the same time, one creates the users and the others wait for it.
    /// </summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the transaction.</param>
    /// <returns><see langword="true"/> if this call created the users; otherwise, <see langword="false"/>.</returns>
    Task<bool> SeedAsync(CancellationToken cancellationToken);

    /// <summary>Counts the users.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of all users and of active users.</returns>
    Task<UserCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Changes the users of a batch and records the result with the id of the batch's task as its key, in one transaction. If a result has
    /// already been recorded, by an earlier attempt or by <see cref="GiveUpAsync"/>, no user is changed.
    /// </summary>
    /// <param name="batch">The batch. The id of its task is the key of the result.</param>
    /// <param name="userIds">The ids of the users.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the transaction.</param>
    /// <returns>The recorded result.</returns>
    /// <exception cref="DbException">The database reported an error; for example, another transaction held a lock for too long.</exception>
    Task<BatchResult> ApplyAsync(UserBatch batch, IReadOnlyList<int> userIds, CancellationToken cancellationToken);

    /// <summary>
    /// Abandons a batch: if no result has been recorded for the batch, it is recorded as failed. A task that is still processing the batch
    /// can then no longer change users.
    /// </summary>
    /// <param name="batch">The batch. The id of its task is the key of the result.</param>
    /// <param name="users">The number of users in the batch, all of which are recorded as failed.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The recorded result: the failure, or the result of the batch if the batch had already finished.</returns>
    Task<BatchResult> GiveUpAsync(UserBatch batch, int users, CancellationToken cancellationToken);

    /// <summary>Stores the result of an operation, unless a result has already been stored.</summary>
    /// <param name="taskId">The id of the task, which is the key.</param>
    /// <param name="report">The result.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the transaction.</param>
    /// <returns>The stored report, which might be from an earlier attempt.</returns>
    Task<UserOperationReport> SaveOperationAsync(TaskId taskId, UserOperationReport report, CancellationToken cancellationToken);

    /// <summary>Finds the result of an operation.</summary>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The stored report, or <see langword="null"/> if there is none.</returns>
    Task<UserOperationReport?> FindOperationAsync(TaskId taskId, CancellationToken cancellationToken);
}
