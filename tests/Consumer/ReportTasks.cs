using System.Text.Json;
using TaskGen;

namespace Shop;

public sealed class ReportTasks(IReportStore store, ITaskClient tasks)      // built by DI, one scope per execution
{
    /// <summary>Writes a report of the given type.</summary>
    /// <param name="type">Which report.</param>
    /// <param name="query">What to ask for.</param>
    [Task(Name = "reports.generate", Queue = "cpu_intensive", Idempotent = true, Retry = 3)]
    public async Task<Report> GenerateReport(string type, ReportQuery query,
        ITaskProgress progress, CancellationToken cancellationToken)
    {
        progress.Report(25, 100, "Collecting data");
        var rows = await store.CountAsync(query, cancellationToken);
        progress.Report(90, 100, "Saving report");
        await tasks.ReportTasks.Announce.DelayAsync(type);
        return new Report(type, rows);
    }

    [Condition("is_weekend")] public static bool IsWeekend(JsonElement data, JsonElement parameters) =>
        data.GetProperty("day").GetDateTime().DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    [Task(IgnoreResult = true)]
    public void Announce(string type) => store.Announced.Add(type);

    [Task(Queue = "io_intensive", Retry = 2, RetryBaseDelaySeconds = 0.05)]
    [RetryOn<HttpRequestException>]
    [GiveUpOn<InvalidOperationException>]
    public Task<int> Flaky(int failures, TaskContext context) => context.Attempt <= failures
        ? throw new HttpRequestException("The other side was away.")
        : Task.FromResult(context.Attempt);

    [Task]
    public static async Task<int> Import(
        int rows, ITaskProgress<ImportDetail> progress, [FromServices] IReportStore store, CancellationToken cancellationToken = default)
    {
        for (var row = 1; row <= rows; row++)
        {
            progress.Report(row, rows, "Importing", new ImportDetail($"row-{row}"));
        }

        return await store.CountAsync(new ReportQuery(rows, []), cancellationToken);
    }

    [Task]
    public async Task WaitForeverAsync(CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);

    [Task]
    public Task Reject(string why = "no reason", params int[] codes) => throw new TaskRejectedException($"{why} {string.Join(',', codes)}");
}
