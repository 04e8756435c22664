using System.Runtime.CompilerServices;
using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Integration.Tests;

public sealed class PostgresDatasetStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const int Rows = 2_000;
    private const int AtOnce = 8;

    [Fact]
    public async Task Many_who_make_the_tables_and_import_at_once_have_them_once()
    {
        var (name, connectionString) = await postgres.CreateDatabaseAsync();
        var imports = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            await using var database = new PostgresDatabase(connectionString);
            await database.CreateAsync(CancellationToken.None);
            return await new PostgresDatasetStore(database, TimeProvider.System)
                .ImportAsync("flights", "somebody", FlightsAsync(Rows), CancellationToken.None);
        }));

        Assert.Single(imports, static import => import.IsNew);
        Assert.Single(imports.Select(static import => import.Dataset).Distinct());
        Assert.Equal(Rows, imports[0].Dataset.RowCount);
        Assert.Equal(
            $"1|{Rows}",
            await postgres.Server.QueryAsync("select (select count(*) from datasets), (select count(*) from dataset_rows)", name));

        await using var other = new PostgresDatabase(connectionString);
        var again = new PostgresDatasetStore(other, TimeProvider.System);
        var rows = await again.ReadRowsAsync(imports[0].Dataset.Id, CancellationToken.None).ToListAsync();
        Assert.Equal(await FlightsAsync(Rows).ToListAsync(), rows);
    }

    [Fact]
    public async Task An_import_that_fails_half_way_leaves_nothing_and_the_one_that_waited_for_it_imports()
    {
        var (name, connectionString) = await postgres.CreateDatabaseAsync();
        await using var database = new PostgresDatabase(connectionString);
        await database.CreateAsync(CancellationToken.None);
        var store = new PostgresDatasetStore(database, TimeProvider.System);
        var halfWay = new TaskCompletionSource();
        var fail = new TaskCompletionSource();
        var first = store.ImportAsync("flights", "somebody", FailingAsync(), CancellationToken.None);
        await halfWay.Task.WaitAsync(Limits.Long);
        var second = store.ImportAsync("flights", "somebody", FlightsAsync(Rows), CancellationToken.None);
        await TaskGen.Servers.Wait.UntilAsync(
            async () => await postgres.Server.QueryAsync("select count(*) from pg_locks where not granted", name) != "0",
            Limits.Long,
            () => "the second import does not wait");
        fail.SetResult();

        await Assert.ThrowsAsync<InvalidDataException>(() => first);
        Assert.True((await second.WaitAsync(Limits.Long)).IsNew);
        Assert.Equal(
            $"1|{Rows}",
            await postgres.Server.QueryAsync("select (select count(*) from datasets), (select count(*) from dataset_rows)", name));

        async IAsyncEnumerable<FlightRow> FailingAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var row in FlightsAsync(Rows / 2).WithCancellation(cancellationToken))
            {
                yield return row;
            }

            halfWay.SetResult();
            await fail.Task;
            throw new InvalidDataException("The file ends too early.");
        }
    }

    [Fact]
    public async Task A_result_is_stored_once_and_whoever_comes_second_gets_what_the_first_one_stored()
    {
        var (name, connectionString) = await postgres.CreateDatabaseAsync();
        await using var database = new PostgresDatabase(connectionString);
        await database.CreateAsync(CancellationToken.None);
        var store = new PostgresDatasetStore(database, TimeProvider.System);
        var dataset = (await store.ImportAsync("flights", "somebody", FlightsAsync(1), CancellationToken.None)).Dataset;
        var id = new TaskId(Guid.CreateVersion7(), "cpu_intensive");
        Assert.Null(await store.FindReportAsync(id, CancellationToken.None));

        var stored = await Task.WhenAll(
            Enumerable.Range(0, AtOnce).Select(i => store.SaveReportAsync(id, Report(dataset.Id, i), CancellationToken.None)));

        var processed = Assert.Single(stored.Select(static report => report.Processed).Distinct());
        Assert.Equal($"{id}|{processed}", await postgres.Server.QueryAsync("select task_id, processed from processing_results", name));
        Assert.Equal(processed, (await store.FindReportAsync(id, CancellationToken.None))!.Processed);
        Assert.Equal(processed, (await store.SaveReportAsync(id, Report(dataset.Id, 99), CancellationToken.None)).Processed);
        await store.SaveReportAsync(new TaskId(Guid.CreateVersion7(), "cpu_intensive"), Report(dataset.Id, 99), CancellationToken.None);
        Assert.Equal("2", await postgres.Server.QueryAsync("select count(*) from processing_results", name));
    }

    private static DatasetReport Report(int dataset, int processed) =>
        new(dataset, processed, 0, new Dictionary<InvalidReason, int>(), [], 1.5, "km", []);

    private static async IAsyncEnumerable<FlightRow> FlightsAsync(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            yield return new FlightRow(i, i % 7 == 0 ? null : i, i, i % 24);
            if (i % 500 == 0)
            {
                await Task.Yield();
            }
        }
    }
}
