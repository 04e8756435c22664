using System.Text.Json;
using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Pattern.Tests;

/// <summary>
/// The 100,000 flights that the sample ships and seeds. A worker that is killed half way is in <c>KilledSampleWorkerTests</c> of the
/// integration tests.
/// </summary>
[Collection(DataPatterns.Name)]
public sealed class Pattern04LargeDatasetTests(DataServers servers)
{
    private const int Rows = 100_000;

    // The id and the options fit; not one row would.
    private const int PayloadLimit = 128;

    [Theory, EachBackend]
    public async Task A_real_data_set_is_processed_its_invalid_rows_are_counted_and_named_and_one_result_row_is_written(Backend backend)
    {
        await using var application = await Application.StartWithDataAsync(
            servers, backend, options: static options => options.MaxPayloadBytes = PayloadLimit);
        var dataset = await application.ImportAsync();
        Assert.Equal(Rows, await application.CountRowsAsync($"select count(*) from dataset_rows where dataset_id = {dataset.Id}"));
        await application.StartWorkerAsync("w1", 2, "cpu_intensive");
        await application.StartWorkerAsync("w2", 2, "cpu_intensive");
        var (here, there) = (application.Of<DatasetTasksClient>(), application.AddCaller<DatasetTasksClient>());

        var handles = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => (i % 2 == 0 ? here : there).ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions())));
        var seen = await handles[0].ProgressAsync().Select(static progress => progress.Current).ToListAsync();
        var report = await handles[^1].GetAsync(Limits.Long);

        // The rows themselves say what is wrong with them.
        var invalid = await FlightArchive.ReadAsync(CancellationToken.None).Where(static row => FlightRules.Check(row) is not null)
            .ToListAsync();
        Assert.NotEmpty(invalid);
        Assert.Equal((Rows, invalid.Count), (report.Processed, report.Invalid));
        Assert.Equal(
            invalid.GroupBy(static row => FlightRules.Check(row)!.Value, static row => row)
                .ToDictionary(static rows => rows.Key, static rows => rows.Count()),
            report.InvalidByReason);
        Assert.Equal(
            invalid.Take(10).Select(static row => (row.Number, FlightRules.Check(row)!.Value)),
            report.FirstInvalid.Select(static row => (row.Number, row.Reason)));
        Assert.Equal(Rows - invalid.Count, report.DayParts.Sum(static part => part.Flights));

        Assert.Equal(seen.Distinct().Order(), seen);
        Assert.All(seen, static current => Assert.Equal(0, current % 10));
        Assert.Equal(Rows, seen[^1]);

        Assert.Single(handles.Select(static handle => handle.Id).Distinct());
        Assert.Equal(1, await application.CountRowsAsync("select count(*) from processing_results"));
        Assert.Equal(1, await application.CountRowsAsync(
            $"select count(*) from processing_results where task_id = '{handles[0].Id}' and processed = {Rows} "
                + $"and invalid = {invalid.Count}"));
    }

    [Theory, EachBackend]
    public async Task A_repeat_of_the_same_task_gets_what_is_stored_and_writes_no_second_row(Backend backend)
    {
        await using var application = await Application.StartWithDataAsync(servers, backend);
        var dataset = await application.ImportAsync();
        await application.StartWorkerAsync("w1", 1, "cpu_intensive");

        // As an attempt leaves it whose worker died after the commit, before the broker knew.
        var id = new TaskId(Guid.CreateVersion7(), "cpu_intensive");
        var stored = new DatasetReport(dataset.Id, 1, 0, new Dictionary<InvalidReason, int>(), [], 2.5, "km", []);
        await application.Of<IDatasetStore>().SaveReportAsync(id, stored, CancellationToken.None);
        var handle = await application.Of<DatasetTasksClient>().ProcessLargeDataset.With(new() { Id = id })
            .DelayAsync(dataset.Id, new ProcessingOptions());

        Assert.Equal(JsonSerializer.Serialize(stored), JsonSerializer.Serialize(await handle.GetAsync(Limits.Long)));
        Assert.Equal(1, await application.CountRowsAsync("select count(*) from processing_results"));
    }
}
