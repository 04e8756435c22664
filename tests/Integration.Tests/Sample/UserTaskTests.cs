using Npgsql;
using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Integration.Tests;

public sealed class UserTaskTests(DataServers servers) : IClassFixture<DataServers>
{
    private const int BatchSize = 100;

    // In the batch of the users 201 to 300.
    private const int StuckUser = 250;
    private const int FirstStuck = 201;
    private const int LastStuck = 300;

    private static readonly int[] Everybody = [.. Enumerable.Range(1, UserSeeding.Count)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ten_thousand_users_on_one_slot_with_failing_rows_and_a_batch_that_times_out_have_exact_totals(bool onServers)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers, concurrency: 1);
        await using var stuck = await StickAsync(application);
        var inactive = await application.CountAsync(
            $"select count(*) from users where not is_active and id between {FirstStuck} and {LastStuck}");

        // On PostgreSQL each attempt of the stuck batch holds the slot for a second, and others wait behind it.
        var handle = await application.Tasks.UserTasks.BatchProcessUsers.DelayAsync(
            Everybody, UserOperation.Deactivate, BatchSize, batchTimeoutSeconds: onServers ? 5 : 3);
        var progress = await handle.ProgressAsync().ToListAsync();
        var report = await handle.GetAsync(Limits.Long);

        var failed = BatchSize + Everybody.Count(static id => id is (< FirstStuck or > LastStuck) && UserSeeding.IsOnHold(id));
        Assert.Equal(new UserOperationReport(UserOperation.Deactivate, UserSeeding.Count, UserSeeding.Count - failed, failed), report);
        Assert.Equal(report.Processed + inactive, await application.CountAsync("select count(*) from users where not is_active"));
        Assert.Equal(
            1,
            await application.CountAsync(
                $"select count(*) from user_operations where processed = {report.Processed} and failed = {report.Failed}"));
        Assert.Equal(
            UserSeeding.Count / BatchSize,
            await application.CountAsync($"select count(*) from user_batches where parent_task_id = '{handle.Id}'"));
        Assert.Equal(report.Failed, await application.CountAsync("select sum(failed) from user_batches"));
        Assert.Equal(BatchSize, await application.CountAsync("select sum(failed) from user_batches where outcome = 'given_up'"));

        // It was waiting for its next attempt when the time was over, and whoever gave it up canceled it.
        var id = TaskId.Parse(await FindGivenUpAsync(application));
        Assert.Equal(TaskState.Canceled, (await application.Tasks.GetHandle(id).GetSnapshotAsync()).State);

        Assert.All(progress, static step => Assert.Equal(step.Current, step.Detail!.Processed + step.Detail.Failed));
        Assert.Equal(progress.Select(static step => step.Current).Order(), progress.Select(static step => step.Current));
        Assert.Equal(new BatchTotals(UserSeeding.Count, UserSeeding.Count, report.Processed, report.Failed), progress[^1].Detail);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 8)]
    public async Task Batches_run_side_by_side_as_many_as_are_asked_for(bool onServers, int atOnce)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers, concurrency: 8);
        var handle = await application.Tasks.UserTasks.BatchProcessUsers.DelayAsync(
            Everybody[..1_050], UserOperation.Activate, BatchSize, atOnce);
        var report = await handle.GetAsync(Limits.Long);

        var refused = Everybody[..1_050].Count(UserSeeding.IsUnconfirmed);
        Assert.Equal(new UserOperationReport(UserOperation.Activate, 1_050, 1_050 - refused, refused), report);
        Assert.Equal(11, await application.CountAsync("select count(*) from user_batches"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_attempt_that_finds_the_result_of_an_earlier_one_returns_it_and_changes_nothing(bool onServers)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers);

        // As an attempt leaves it that gave a batch up, and whose worker died before the broker knew.
        var id = new TaskId(Guid.CreateVersion7(), "default");
        var stored = new UserOperationReport(UserOperation.Delete, 10, 0, 10);
        await application.Of<IUserStore>().SaveOperationAsync(id, stored, CancellationToken.None);
        var handle = await application.Tasks.UserTasks.BatchProcessUsers.With(new() { Id = id })
            .DelayAsync(Everybody[..10], UserOperation.Delete);

        Assert.Equal(stored, await handle.GetAsync(Limits.Long));
        Assert.Equal(UserSeeding.Count, await application.CountAsync("select count(*) from users"));
        Assert.Equal(0, await application.CountAsync("select count(*) from user_batches"));
    }

    [Fact]
    public async Task No_users_are_no_batches()
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers: false);
        var report = await (await application.Tasks.UserTasks.BatchProcessUsers.DelayAsync([], UserOperation.Delete)).GetAsync(Limits.Long);

        Assert.Equal(new UserOperationReport(UserOperation.Delete, 0, 0, 0), report);
    }

    [Theory]
    [InlineData(0, 4, 300, "batch size")]
    [InlineData(100, 0, 300, "run at the same time")]
    [InlineData(100, 4, 0, "timeout")]
    public async Task Arguments_that_make_no_sense_are_named_and_change_nothing(int batchSize, int atOnce, double timeout, string named)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers: false);
        var handle = await application.Tasks.UserTasks.BatchProcessUsers.DelayAsync([1], UserOperation.Delete, batchSize, atOnce, timeout);
        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));

        Assert.Contains(named, failure.RemoteMessage, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, failure.Attempts);
        Assert.Equal(UserSeeding.Count, await application.CountAsync("select count(*) from users"));
    }

    // PostgreSQL: somebody else holds the row. SQLite has no such locks; there a trigger fails, and not as a constraint would. Both are
    // worth another attempt.
    private static async Task<IAsyncDisposable> StickAsync(SampleApplication application)
    {
        if (application.ConnectionString is null)
        {
            await application.ExecuteAsync(
                $"create trigger stuck before update on users when new.id = {StuckUser} begin select json('no json'); end");
            return new MemoryStream();
        }

        var connection = new NpgsqlConnection(application.ConnectionString);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand($"select id from users where id = {StuckUser} for update", connection, transaction);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<string> FindGivenUpAsync(SampleApplication application)
    {
        await using var session = await application.Database.ReadAsync(CancellationToken.None);
        return Assert.Single(await session.QueryAsync(
            "select task_id from user_batches where outcome = 'given_up'", [], static row => row.GetString(0), CancellationToken.None));
    }
}
