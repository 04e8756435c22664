using System.Globalization;
using Npgsql;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>Kills worker processes of the sample in the middle of their work, and looks at what is in the database in the end.</summary>
public sealed class KilledSampleWorkerTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private const int Batches = 100;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TaskGen.Sample.dll");

    private RedisServer _redis = null!;
    private string _database = "";
    private string _connectionString = "";

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        (_database, _connectionString) = await postgres.CreateDatabaseAsync();
    }

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Fact]
    public async Task Killed_while_it_stores_the_result_of_ProcessLargeDataset_it_leaves_exactly_one_row()
    {
        await using var first = await StartWorkerAsync("w1");
        await using var import = Start("enqueue", "--key", "warm", "--wait");
        Assert.True(await import.WaitForExitAsync(Limits.Long) == 0, import.Tail());

        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table processing_results in exclusive mode", connection, transaction);
        await hold.ExecuteNonQueryAsync();
        await using var enqueue = Start("enqueue", "--key", "killed", "--wait");

        // All rows are read, and the transaction that stores the result has begun.
        await Wait.UntilAsync(
            async () => await postgres.Server.QueryAsync("select count(*) from pg_locks where not granted", _database) == "1",
            Limits.Long,
            () => $"no task stores\n{first.Tail()}");
        await first.KillAsync();
        await using var second = await StartWorkerAsync("w2");
        await transaction.RollbackAsync();

        Assert.True(await enqueue.WaitForExitAsync(Limits.Long) == 0, enqueue.Tail());
        await enqueue.OutputEnded.WaitAsync(Limits.Long);
        var id = TaskOf(enqueue);
        Assert.Contains(enqueue.Lines, static line => line.Contains(" in worker w2:", StringComparison.Ordinal));
        Assert.Contains(enqueue.Lines, static line => line.Contains("13 of 100,000 rows are invalid", StringComparison.Ordinal));
        Assert.Equal("1|100000|13", await postgres.Server.QueryAsync(
            $"select count(*), sum(processed), sum(invalid) from processing_results where task_id = '{id}'", _database));
    }

    [Fact]
    public async Task Killed_in_the_middle_of_BatchProcessUsers_twice_the_workers_leave_one_result_row_and_exact_totals()
    {
        await using var first = await StartWorkerAsync("w1");
        await using var enqueue = Start("enqueue", "users", "--operation", "Deactivate", "--wait");
        await KillInTheMiddleAsync(first, Batches / 5);
        await using var second = await StartWorkerAsync("w2");
        await KillInTheMiddleAsync(second, Batches / 2);
        await using var third = await StartWorkerAsync("w3");

        Assert.True(await enqueue.WaitForExitAsync(TimeSpan.FromMinutes(2)) == 0, $"{enqueue.Tail()}\n{third.Tail()}");
        await enqueue.OutputEnded.WaitAsync(Limits.Long);
        var id = TaskOf(enqueue);
        var failed = Enumerable.Range(1, UserSeeding.Count).Count(UserSeeding.IsOnHold);
        var processed = UserSeeding.Count - failed;
        Assert.Contains($"Deactivate: {UserSeeding.Count} users, {processed} processed, {failed} failed", enqueue.Lines);
        Assert.Contains(enqueue.Lines, static line => line.Contains(" in worker w3:", StringComparison.Ordinal));

        Assert.Equal(
            $"{id}|{UserSeeding.Count}|{processed}|{failed}",
            await postgres.Server.QueryAsync("select task_id, total_users, processed, failed from user_operations", _database));

        // Each batch once, none of them given up: the later attempts have found those of the first.
        Assert.Equal(
            $"{Batches}|{processed}|{failed}",
            await postgres.Server.QueryAsync(
                $"select count(*), sum(processed), sum(failed) from user_batches where parent_task_id = '{id}' and outcome = 'done'",
                _database));
        Assert.Equal(
            $"{Batches}|{processed}",
            await postgres.Server.QueryAsync(
                "select (select count(*) from user_batches), (select count(*) from users where not is_active)", _database));
    }

    private async Task KillInTheMiddleAsync(ChildProcess worker, int batches)
    {
        await Wait.UntilAsync(
            async () => await CountBatchesAsync() >= batches, Limits.Long, () => $"the worker does not come so far\n{worker.Tail()}");
        await worker.KillAsync();
        Assert.InRange(await CountBatchesAsync(), batches, Batches - 1);
        Assert.Equal("0", await postgres.Server.QueryAsync("select count(*) from user_operations", _database));
    }

    private async Task<int> CountBatchesAsync() =>
        int.Parse(await postgres.Server.QueryAsync("select count(*) from user_batches", _database), CultureInfo.InvariantCulture);

    private static string TaskOf(ChildProcess enqueue) =>
        enqueue.Lines.First(static line => line.StartsWith("Task ", StringComparison.Ordinal)).Split(' ')[1];

    private async Task<ChildProcess> StartWorkerAsync(string name)
    {
        var worker = Start("worker", "--name", name, "--concurrency", "2", "--lease", "2");
        await worker.WaitForLineAsync(line => line.StartsWith($"Worker {name} is ready:", StringComparison.Ordinal), Limits.Long);
        return worker;
    }

    private ChildProcess Start(params string[] arguments) =>
        ChildProcess.StartDotnet(Program, [.. arguments, "--redis", _redis.EndPoint, "--postgres", _connectionString]);
}
