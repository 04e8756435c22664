namespace TaskGen.Sample;

/// <summary>Contains a task that splits an operation on many users into batches, and the task that processes a batch.</summary>
/// <param name="users">The store of users.</param>
/// <param name="tasks">The generated client of this class, with which a task dispatches other tasks.</param>
public sealed class UserTasks(IUserStore users, UserTasksClient tasks)
{
    private const double FiveMinutes = 300;

    /// <summary>
    /// Runs an operation on many users in batches and adds up the results. While the task waits for a batch, its concurrency slot is
    /// released, so one slot is sufficient for the task and its batches. After a crash, another attempt joins the batches that the previous
    /// attempt dispatched.
    /// </summary>
    /// <param name="userIds">The ids of the users.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="progress">The object that receives a progress report after each batch.</param>
    /// <param name="context">The task context, whose id is the key of the stored result and part of the batches' idempotency keys.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <param name="batchSize">The maximum number of users in a batch, at least 1.</param>
    /// <param name="atOnce">
    /// The number of batches that run at the same time, at least 1. The next batches start when all of these have ended.
    /// </param>
    /// <param name="batchTimeoutSeconds">
    /// The maximum time to wait for a batch, in seconds. After this time, the batch is abandoned, and all its users count as failed.
    /// </param>
    /// <returns>The stored report.</returns>
    /// <exception cref="TaskRejectedException">An argument is not valid. Another attempt would have the same result.</exception>
    [Task(Name = "users.batch_process", Retry = 3)]
    public async Task<UserOperationReport> BatchProcessUsers(
        int[] userIds,
        UserOperation operation,
        ITaskProgress<BatchTotals> progress,
        TaskContext context,
        CancellationToken cancellationToken,
        int batchSize = 100,
        int atOnce = 4,
        double batchTimeoutSeconds = FiveMinutes)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        Require(Enum.IsDefined(operation), $"Operation {operation} does not exist.");
        Require(batchSize >= 1, $"The batch size is {batchSize}; it must be at least 1.");
        Require(atOnce >= 1, $"The number of batches that run at the same time is {atOnce}; it must be at least 1.");
        Require(
            batchTimeoutSeconds > 0 && batchTimeoutSeconds <= TimeSpan.FromDays(1).TotalSeconds,
            $"The timeout of a batch is {batchTimeoutSeconds} seconds; it must be greater than 0 and at most 86,400 (one day).");

        if (await users.FindOperationAsync(context.Id, cancellationToken) is { } stored)
        {
            // An earlier attempt stored the result, and its worker then crashed. Batches that this attempt abandoned must not run now.
            return stored;
        }

        var totals = new BatchTotalsCounter(userIds.Length, progress);
        var timeout = TimeSpan.FromSeconds(batchTimeoutSeconds);

        // Batches are dispatched in waves. Child tasks are added at the front of the queue. If there are few slots and each finished batch
        // were replaced with a new one, the new batches would always run before older ones.
        foreach (var wave in userIds.Chunk(batchSize).Index().Chunk(atOnce))
        {
            await Task.WhenAll(wave.Select(async batch => totals.Add(
                batch.Item.Length, await ProcessBatchAsync(batch.Index, batch.Item, operation, timeout, context, cancellationToken))));
        }

        return await users.SaveOperationAsync(context.Id, totals.ToReport(operation), cancellationToken);
    }

    /// <summary>
    /// Runs an operation on the users of one batch, unless the operation has already been run for this task. The changes and the result,
    /// whose key is the task id, are written in one transaction.
    /// </summary>
    /// <param name="userIds">The ids of the users.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="context">The task context, whose id is the key of the recorded result.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it rolls back the changes.</param>
    /// <returns>The recorded result.</returns>
    [Task(Name = "users.process_batch", Retry = 3, RetryBaseDelaySeconds = 0.5)]
    public Task<BatchResult> ProcessUserBatch(
        int[] userIds, UserOperation operation, TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        ArgumentNullException.ThrowIfNull(context);
        Require(Enum.IsDefined(operation), $"Operation {operation} does not exist.");
        return users.ApplyAsync(new UserBatch(context.Id, context.ParentId, operation), userIds, cancellationToken);
    }

    private async Task<BatchResult> ProcessBatchAsync(
        int number, int[] batch, UserOperation operation, TimeSpan timeout, TaskContext context, CancellationToken cancellationToken)
    {
        // The key is the same in every attempt of this task, so a later attempt joins the task that an earlier attempt dispatched.
        var key = FormattableString.Invariant($"{context.Id}/{number}");
        // <snippet UserBatchesStep>
        var handle = await tasks.ProcessUserBatch
            .With(new() { IdempotencyKey = key })
            .DelayAsync(batch, operation, cancellationToken);
        // </snippet>
        try
        {
            return await handle.GetAsync(timeout, cancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutException or TaskFailedException)
        {
            UserTasksLog.BatchFailed(context.Logger, number + 1, failure.Message);

            // The record is written before the task is canceled. If the batch has already finished, its recorded result counts. Otherwise,
            // the new record prevents the batch from changing users.
            var result = await users.GiveUpAsync(new UserBatch(handle.Id, context.Id, operation), batch.Length, cancellationToken);
            await handle.CancelAsync("No task is waiting for this batch anymore.", force: true, cancellationToken);
            return result;
        }
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new TaskRejectedException(problem);
        }
    }
}
