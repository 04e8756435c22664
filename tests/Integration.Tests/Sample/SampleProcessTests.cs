using System.Globalization;
using Npgsql;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>The sample's verbs as processes of their own, over Redis and PostgreSQL.</summary>
public sealed class SampleProcessTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
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
    public async Task A_dispatch_that_waits_prints_what_a_worker_in_another_process_made_of_it()
    {
        await using var worker = await StartWorkerAsync("w1");
        await using var enqueue = Start("enqueue", "--wait");
        Assert.True(await enqueue.WaitForExitAsync(Limits.Long) == 0, enqueue.Tail());
        await enqueue.OutputEnded.WaitAsync(Limits.Long);

        var id = TaskOf(enqueue);
        Assert.Contains(enqueue.Lines, static line => line.StartsWith("Succeeded on attempt 1 in worker w1:", StringComparison.Ordinal));
        Assert.Contains(enqueue.Lines, static line => line.Contains("Average distance", StringComparison.Ordinal)
            && line.Contains("of 100,000 rows", StringComparison.Ordinal));
        Assert.Equal($"{id}|100000", await ResultsAsync());
        await worker.WaitForLineAsync(
            line => line.StartsWith($"datasets.process_large {id}, attempt 1: succeeded", StringComparison.Ordinal), Limits.Long);

        // An equal dispatch is the same task, whichever process it comes from.
        await using var again = Start("enqueue", "--wait");
        Assert.True(await again.WaitForExitAsync(Limits.Long) == 0, again.Tail());
        await again.OutputEnded.WaitAsync(Limits.Long);
        Assert.Equal(id, TaskOf(again));
        Assert.Equal($"{id}|100000", await ResultsAsync());

        worker.Terminate();
        Assert.True(await worker.WaitForExitAsync(Limits.Long) == 0, worker.Tail());
        await worker.OutputEnded.WaitAsync(Limits.Long);
        Assert.Contains("Worker w1 has stopped.", worker.Lines);
    }

    [Fact]
    public async Task A_worker_that_is_killed_in_the_middle_leaves_its_task_to_another_and_one_row_in_the_end()
    {
        await using var first = await StartWorkerAsync("w1", "--lease", "1");
        await using var import = Start("enqueue", "--key", "warm", "--wait");
        Assert.True(await import.WaitForExitAsync(Limits.Long) == 0, import.Tail());

        await using (var connection = new NpgsqlConnection(_connectionString))
        {
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var hold = new NpgsqlCommand("lock table dataset_rows in access exclusive mode", connection, transaction);
            await hold.ExecuteNonQueryAsync();
            await using var enqueue = Start("enqueue", "--key", "killed", "--wait");
            await Wait.UntilAsync(
                async () => await postgres.Server.QueryAsync("select count(*) from pg_locks where not granted", _database) == "1",
                Limits.Long,
                () => $"no task stands at the rows\n{first.Tail()}");

            await first.KillAsync();
            await using var second = await StartWorkerAsync("w2", "--lease", "1");
            await Wait.UntilAsync(
                async () => int.Parse(
                    await postgres.Server.QueryAsync("select count(*) from pg_locks where not granted", _database),
                    CultureInfo.InvariantCulture) == 2,
                Limits.Long,
                () => $"the second worker has not taken the task over\n{second.Tail()}");
            await transaction.RollbackAsync();

            Assert.True(await enqueue.WaitForExitAsync(Limits.Long) == 0, enqueue.Tail());
            await enqueue.OutputEnded.WaitAsync(Limits.Long);
            var id = TaskOf(enqueue);
            Assert.Contains(
                enqueue.Lines, static line => line.StartsWith("Succeeded on attempt 1 in worker w2:", StringComparison.Ordinal));
            Assert.Equal(
                "1", await postgres.Server.QueryAsync($"select count(*) from processing_results where task_id = '{id}'", _database));
            Assert.Equal("2", await postgres.Server.QueryAsync("select count(*) from processing_results", _database));
        }
    }

    private static string TaskOf(ChildProcess enqueue) =>
        enqueue.Lines.First(static line => line.StartsWith("Task ", StringComparison.Ordinal)).Split(' ')[1];

    private async Task<ChildProcess> StartWorkerAsync(string name, params string[] arguments)
    {
        var worker = Start(["worker", "--name", name, .. arguments]);
        await worker.WaitForLineAsync(line => line.StartsWith($"Worker {name} is ready:", StringComparison.Ordinal), Limits.Long);
        return worker;
    }

    private ChildProcess Start(params string[] arguments) =>
        ChildProcess.StartDotnet(Program, [.. arguments, "--redis", _redis.EndPoint, "--postgres", _connectionString]);

    private Task<string> ResultsAsync() => postgres.Server.QueryAsync("select task_id, processed from processing_results", _database);
}
