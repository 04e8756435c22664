using Generator.Tests.Support;

namespace Generator.Tests.Emission;

/// <summary>Generated code compiles with every warning as an error, loads, and runs.</summary>
public sealed class GeneratedCodeRunsTests
{
    [Fact]
    public async Task A_task_runs_with_its_arguments_and_returns_its_result()
    {
        var client = await LoadedProgram.RunAsync(
            """
            namespace Shop
            {
                public sealed record Report(string Kind, int Pages);

                public sealed class ReportTasks
                {
                    /// <summary>Makes one.</summary>
                    [Task(Name = "reports.generate", Queue = "cpu", Idempotent = true, Retry = 3)]
                    public async Task<Report> GenerateReport(string kind, int pages = 7, CancellationToken cancellationToken = default)
                    {
                        await Task.Yield();
                        return new Report(kind, pages);
                    }
                }
            }
            """,
            """
                    var reports = new Shop.ReportTasksClient(client);
                    Check(await (await reports.GenerateReport.DelayAsync("sales")).GetAsync() == new Shop.Report("sales", 7));
                    Check(await (await reports.GenerateReport.With(new() { Queue = "bulk" }).DelayAsync("sales", 8)).GetAsync()
                        == new Shop.Report("sales", 8));
                    Check((await reports.GenerateReport.DelayManyAsync(["a", "b"], kind => new(kind))).Count == 2);
                    Check((await reports.GenerateReport.DelayManyAsync([new("c", 1)])).Count == 1);
            """);

        Assert.Equal(5, client.Enqueued.Count);
        Assert.Equal("reports.generate", client.Enqueued[0].Name);
        Assert.Equal("""{"kind":"sales","pages":7}""", client.Enqueued[0].Json);
        Assert.Equal("""{"kind":"sales"}""", client.Enqueued[0].Key);
        Assert.Equal("bulk", client.Enqueued[1].Options?.Queue);
        Assert.Equal("cpu", client.Enqueued[0].Defaults.Queue);
        Assert.Equal(3, client.Enqueued[0].Defaults.Retry.Retries);
    }
}
