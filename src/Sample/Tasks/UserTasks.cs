namespace TaskGen.Sample;

/// <summary>Tasks on many users: one that splits the work, and one for each part.</summary>
/// <param name="users">The users.</param>
/// <param name="tasks">The generated client of this class: a task dispatches others like any caller.</param>
public sealed class UserTasks(IUserStore users, UserTasksClient tasks)
{
    private const double FiveMinutes = 300;

    /// <summary>
    /// Does something to many users, batch by batch, and adds up what came of it. While it waits for a batch its slot is free, so one slot
    /// is enough for it and its batches. A repeat after a crash finds the batches of the first attempt instead of dispatching new ones.
    /// </summary>
    /// <param name="userIds">Whom.</param>
    /// <param name="operation">What.</param>
    /// <param name="progress">Told of every batch.</param>
    /// <param name="context">Its id is the key of the batches and of the stored result.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    /// <param name="batchSize">How many users a batch has at most, from 1.</param>
    /// <param name="atOnce">How many batches are under way at once, from 1; the next ones follow when all of them have ended.</param>
    /// <param name="batchTimeoutSeconds">How long to wait for a batch; then it is given up and all its users have failed.</param>
    /// <returns>The report that is stored.</returns>
    /// <exception cref="TaskRejectedException">An argument makes no sense: another attempt would find the same.</exception>
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
        Require(Enum.IsDefined(operation), $"There is no operation {operation} on users.");
        Require(batchSize >= 1, $"The batch size is {batchSize}; it must be at least 1.");
        Require(atOnce >= 1, $"{atOnce} batches at once cannot be; it must be at least 1.");
        Require(
            batchTimeoutSeconds > 0 && batchTimeoutSeconds <= TimeSpan.FromDays(1).TotalSeconds,
            $"The timeout of a batch is {batchTimeoutSeconds} s; it must be above 0 and at most a day.");

        if (await users.FindOperationAsync(context.Id, cancellationToken) is { } stored)
        {
            // A worker died after it had stored the result. A batch that was given up then is not to be done now.
            return stored;
        }

        var totals = new BatchTotalsCounter(userIds.Length, progress);
        var timeout = TimeSpan.FromSeconds(batchTimeoutSeconds);

        // In waves, and not a new batch for each that has ended: children go to the front of the queue, so on few slots the new ones would
        // overtake the first ones to the end.
        foreach (var wave in userIds.Chunk(batchSize).Index().Chunk(atOnce))
        {
            await Task.WhenAll(wave.Select(async batch => totals.Add(
                batch.Item.Length, await ProcessBatchAsync(batch.Index, batch.Item, operation, timeout, context, cancellationToken))));
        }

        return await users.SaveOperationAsync(context.Id, totals.ToReport(operation), cancellationToken);
    }

    /// <summary>
    /// Does something to the users of one batch, once: what it changes and the record that it did are one transaction under the id of its
    /// task.
    /// </summary>
    /// <param name="userIds">Whom.</param>
    /// <param name="operation">What.</param>
    /// <param name="context">Its id is the key of the record.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <returns>What is recorded.</returns>
    [Task(Name = "users.process_batch", Retry = 3, RetryBaseDelaySeconds = 0.5)]
    public Task<BatchResult> ProcessUserBatch(
        int[] userIds, UserOperation operation, TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        ArgumentNullException.ThrowIfNull(context);
        Require(Enum.IsDefined(operation), $"There is no operation {operation} on users.");
        return users.ApplyAsync(new UserBatch(context.Id, context.ParentId, operation), userIds, cancellationToken);
    }

    private async Task<BatchResult> ProcessBatchAsync(
        int number, int[] batch, UserOperation operation, TimeSpan timeout, TaskContext context, CancellationToken cancellationToken)
    {
        // The key is the same in every attempt of this task, so a later one joins what an earlier one has dispatched.
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

            // First the record, which decides: a batch that was faster counts as what it has done, and one that was not can change nothing
            // any more.
            var result = await users.GiveUpAsync(new UserBatch(handle.Id, context.Id, operation), batch.Length, cancellationToken);
            await handle.CancelAsync("Nobody waits for this batch any more.", force: true, cancellationToken);
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
