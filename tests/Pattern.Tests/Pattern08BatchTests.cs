using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(DataPatterns.Name)]
public sealed class Pattern08BatchTests(DataServers servers)
{
    private const int BatchSize = 100;

    // In the batch of the users 201 to 300.
    private const int StuckUser = 250;

    private static readonly int[] Everybody = [.. Enumerable.Range(1, UserSeeding.Count)];

    [Theory, EachBackend]
    public async Task Ten_thousand_users_on_one_slot_with_failing_rows_and_a_batch_that_times_out_have_exact_totals(Backend backend)
    {
        await using var application = await Application.StartWithDataAsync(servers, backend);
        await application.StartWorkerAsync("w1", 1, "default");
        await using var stuck = await StickAsync(application, backend);
        var active = await application.CountRowsAsync("select count(*) from users where is_active and id between 201 and 300");

        // On PostgreSQL each attempt of the stuck batch holds the slot for a second, and others wait behind it.
        var handle = await application.Of<UserTasksClient>().BatchProcessUsers.DelayAsync(
            Everybody, UserOperation.Deactivate, BatchSize, batchTimeoutSeconds: backend == Backend.Memory ? 3 : 8);
        var progress = await application.AddCaller().GetHandle<UserOperationReport, BatchTotals>(handle.Id).ProgressAsync().ToListAsync();
        var report = await handle.GetAsync(Limits.Long);

        var failed = BatchSize + Everybody.Count(static id => id is (< 201 or > 300) && UserSeeding.IsOnHold(id));
        Assert.True(failed > BatchSize);
        Assert.Equal(new UserOperationReport(UserOperation.Deactivate, 10_000, 10_000 - failed, failed), report);
        Assert.Equal(active + (failed - BatchSize), await application.CountRowsAsync("select count(*) from users where is_active"));
        Assert.Equal((100, failed), (
            await application.CountRowsAsync("select count(*) from user_batches"),
            await application.CountRowsAsync("select sum(failed) from user_batches")));
        Assert.Equal(BatchSize, await application.CountRowsAsync("select sum(failed) from user_batches where outcome = 'given_up'"));
        Assert.Equal(
            1,
            await application.CountRowsAsync(
                $"select count(*) from user_operations where processed = {10_000 - failed} and failed = {failed}"));

        Assert.Equal(progress.Select(static step => step.Current).Order(), progress.Select(static step => step.Current));
        Assert.Equal(new BatchTotals(10_000, 10_000, 10_000 - failed, failed), progress[^1].Detail);
    }

    [Theory, EachBackend]
    public async Task Batches_run_side_by_side(Backend backend)
    {
        await using var application = await Application.StartWithDataAsync(servers, backend);
        await application.StartWorkerAsync("w1", 4, "default");
        TaskHandle<UserOperationReport, BatchTotals> handle;
        await using (var lockEverything = await application.Database.WriteAsync(LockPatience.Ample, CancellationToken.None))
        {
            // On SQLite one that writes is enough.
            await lockEverything.ExecuteAsync(
                backend == Backend.Memory ? "update users set is_active = is_active where id = 1" : "lock table users in exclusive mode",
                [],
                CancellationToken.None);
            handle = await application.Of<UserTasksClient>().BatchProcessUsers
                .DelayAsync(Everybody[..400], UserOperation.Activate, BatchSize, atOnce: 4);

            // The parent has four children, and none of them can have ended.
            await Wait.UntilAsync(
                async () => (await application.CountAsync("default")).Leased == 5,
                Limits.Long,
                static () => "no four batches under their parent are held at once");
        }

        var refused = Everybody[..400].Count(UserSeeding.IsUnconfirmed);
        Assert.Equal(new UserOperationReport(UserOperation.Activate, 400, 400 - refused, refused), await handle.GetAsync(Limits.Long));
    }

    // PostgreSQL: somebody else holds the row. SQLite has no such locks; there a trigger fails, and not as a constraint would. Both are
    // worth another attempt.
    private static async Task<IAsyncDisposable> StickAsync(Application application, Backend backend)
    {
        var session = await application.Database.WriteAsync(LockPatience.Ample, CancellationToken.None);
        if (backend == Backend.RedisAndPostgreSql)
        {
            await session.CountAsync($"select id from users where id = {StuckUser} for update", CancellationToken.None);
            return session;
        }

        await session.ExecuteAsync(
            $"create trigger stuck before update on users when new.id = {StuckUser} begin select json('no json'); end",
            [],
            CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
        return session;
    }
}
