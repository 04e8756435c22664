namespace TaskGen.Sample;

/// <summary>Stores users in SQLite or PostgreSQL.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock for <c>created_at</c>.</param>
public sealed class UserStore(SampleDatabase database, TimeProvider time) : IUserStore
{
    private const string Done = "done";
    private const string GivenUp = "given_up";

    /// <inheritdoc/>
    public async Task<bool> SeedAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.WriteAsync(LockPatience.Ample, cancellationToken);

        // If another transaction creates the users, this statement waits until that transaction has ended. It inserts a row only if the
        // other transaction was rolled back.
        var isOurs = await session.ExecuteAsync(
            "insert into seedings (name, created_at) values ('users', @now) on conflict (name) do nothing",
            [("@now", time.GetUtcNow())],
            cancellationToken) == 1;
        if (isOurs)
        {
            await session.ExecuteAsync(UserSeeding.Insert, [], cancellationToken);
            await session.CommitAsync(cancellationToken);
        }

        return isOurs;
    }

    /// <inheritdoc/>
    public async Task<UserCounts> CountAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return (await session.QueryAsync(
            "select cast(count(*) as integer), cast(count(case when is_active then 1 end) as integer) from users",
            [],
            static row => new UserCounts(row.GetInt32(0), row.GetInt32(1)),
            cancellationToken))[0];
    }

    /// <inheritdoc/>
    public async Task<BatchResult> ApplyAsync(UserBatch batch, IReadOnlyList<int> userIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(userIds);
        await using (var session = await database.WriteAsync(LockPatience.Brief, cancellationToken))
        {
            if (await FindBatchAsync(session, batch.TaskId, cancellationToken) is { } recorded)
            {
                return recorded;
            }

            var result = await ChangeAsync(session, batch.Operation, userIds, cancellationToken);
            if (await RecordAsync(session, batch, result, Done, cancellationToken))
            {
                await session.CommitAsync(cancellationToken);
                return result;
            }
        }

        // Another transaction recorded the batch in the meantime. The changes of this transaction are rolled back, and the recorded result
        // counts.
        return await FindBatchAsync(batch.TaskId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<BatchResult> GiveUpAsync(UserBatch batch, int users, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await using (var session = await database.WriteAsync(LockPatience.Ample, cancellationToken))
        {
            await RecordAsync(session, batch, new BatchResult(Processed: 0, Failed: users), GivenUp, cancellationToken);
            await session.CommitAsync(cancellationToken);
        }

        return await FindBatchAsync(batch.TaskId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<UserOperationReport> SaveOperationAsync(
        TaskId taskId, UserOperationReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using (var session = await database.WriteAsync(LockPatience.Ample, cancellationToken))
        {
            await session.ExecuteAsync(
                """
                insert into user_operations (task_id, operation, total_users, processed, failed, created_at)
                values (@task, @operation, @total, @processed, @failed, @now)
                on conflict (task_id) do nothing
                """,
                [
                    ("@task", taskId.ToString()), ("@operation", report.Operation.ToString()), ("@total", report.TotalUsers),
                    ("@processed", report.Processed), ("@failed", report.Failed), ("@now", time.GetUtcNow()),
                ],
                cancellationToken);
            await session.CommitAsync(cancellationToken);
        }

        return (await FindOperationAsync(taskId, cancellationToken))!;
    }

    /// <inheritdoc/>
    public async Task<UserOperationReport?> FindOperationAsync(TaskId taskId, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return (await session.QueryAsync(
            "select operation, total_users, processed, failed from user_operations where task_id = @task",
            [("@task", taskId.ToString())],
            static row => new UserOperationReport(
                Enum.Parse<UserOperation>(row.GetString(0)), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)),
            cancellationToken)).SingleOrDefault();
    }

    private async Task<BatchResult> ChangeAsync(
        SqlSession session, UserOperation operation, IReadOnlyList<int> userIds, CancellationToken cancellationToken)
    {
        var processed = 0;
        foreach (var id in userIds)
        {
            processed += await database.TryExecuteAsync(session, Statement(operation), [("@id", id)], cancellationToken) ?? 0;
        }

        return new BatchResult(processed, userIds.Count - processed);
    }

    private async Task<bool> RecordAsync(
        SqlSession session, UserBatch batch, BatchResult result, string outcome, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(
            """
            insert into user_batches (task_id, parent_task_id, operation, processed, failed, outcome, created_at)
            values (@task, @parent, @operation, @processed, @failed, @outcome, @now)
            on conflict (task_id) do nothing
            """,
            [
                ("@task", batch.TaskId.ToString()), ("@parent", batch.ParentId?.ToString()), ("@operation", batch.Operation.ToString()),
                ("@processed", result.Processed), ("@failed", result.Failed), ("@outcome", outcome), ("@now", time.GetUtcNow()),
            ],
            cancellationToken) == 1;

    private async Task<BatchResult> FindBatchAsync(TaskId taskId, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return (await FindBatchAsync(session, taskId, cancellationToken))!;
    }

    private static async Task<BatchResult?> FindBatchAsync(SqlSession session, TaskId taskId, CancellationToken cancellationToken) =>
        (await session.QueryAsync(
            "select processed, failed from user_batches where task_id = @task",
            [("@task", taskId.ToString())],
            static row => new BatchResult(row.GetInt32(0), row.GetInt32(1)),
            cancellationToken)).SingleOrDefault();

    private static string Statement(UserOperation operation) => operation switch
    {
        UserOperation.Activate => "update users set is_active = true where id = @id",
        UserOperation.Deactivate => "update users set is_active = false where id = @id",
        UserOperation.Delete => "delete from users where id = @id",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "This user operation does not exist."),
    };
}
