using TaskGen.Sample;
using TaskGen.Servers;

namespace Integration.Tests;

public sealed class DatasetTaskTests(DataServers servers) : IClassFixture<DataServers>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_data_set_is_processed_its_invalid_rows_are_counted_and_named_and_the_result_is_stored_once(bool onServers)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers);
        var dataset = await application.ImportAsync();
        var handles = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => application.Tasks.DatasetTasks.ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions())));
        var report = await handles[0].GetAsync(Limits.Long);

        Assert.Single(handles.Select(static handle => handle.Id).Distinct());
        Assert.Equal((100_000, 13), (report.Processed, report.Invalid));
        Assert.Equal(report.Invalid, report.InvalidByReason.Values.Sum());
        Assert.Equal(10, report.FirstInvalid.Count);
        Assert.Equal(
            1,
            await application.CountAsync(
                $"select count(*) from processing_results where task_id = '{handles[0].Id}' and processed = 100000"));
        Assert.Equal(1, await application.CountAsync("select count(*) from processing_results"));
    }
}
