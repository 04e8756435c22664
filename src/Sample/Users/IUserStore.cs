using System.Data.Common;

namespace TaskGen.Sample;

/// <summary>Users, and what was done to them. It may be used from any thread and from any number of processes at once.</summary>
public interface IUserStore
{
    /// <summary>
    /// Makes the sample's users, the same ones everywhere, unless that was done before. Of several processes one makes them, and the others
    /// wait for it.
    /// </summary>
    /// <param name="cancellationToken">Ends the call; nothing is made then.</param>
    /// <returns>Whether this call has made them.</returns>
    Task<bool> SeedAsync(CancellationToken cancellationToken);

    /// <summary>Counts the users.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>All of them, and those who are active.</returns>
    Task<UserCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Changes the users of a batch and records under the task's id that it did, in one transaction. Where there is a record already, of an
    /// earlier attempt or of who gave the batch up, nothing is changed.
    /// </summary>
    /// <param name="batch">The batch; the id of its task is the key.</param>
    /// <param name="userIds">Whom to change.</param>
    /// <param name="cancellationToken">Ends the call; nothing is changed then.</param>
    /// <returns>What is recorded.</returns>
    /// <exception cref="DbException">Among others: somebody else held a lock for too long.</exception>
    Task<BatchResult> ApplyAsync(UserBatch batch, IReadOnlyList<int> userIds, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a batch up: unless it is done, it is recorded as failed, and whatever still runs of it can change nothing any more.
    /// </summary>
    /// <param name="batch">The batch; the id of its task is the key.</param>
    /// <param name="users">How many users it is for; all of them have failed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What is recorded: the failure or, where the batch was faster, what it has done.</returns>
    Task<BatchResult> GiveUpAsync(UserBatch batch, int users, CancellationToken cancellationToken);

    /// <summary>Stores what came of an operation, once.</summary>
    /// <param name="taskId">The task; its id is the key.</param>
    /// <param name="report">What came of it.</param>
    /// <param name="cancellationToken">Ends the call; nothing is stored then.</param>
    /// <returns>The report that is stored: of who came first.</returns>
    Task<UserOperationReport> SaveOperationAsync(TaskId taskId, UserOperationReport report, CancellationToken cancellationToken);

    /// <summary>Finds what came of an operation.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The report that is stored, or null.</returns>
    Task<UserOperationReport?> FindOperationAsync(TaskId taskId, CancellationToken cancellationToken);
}
