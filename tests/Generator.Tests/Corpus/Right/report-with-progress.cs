// Everything a long task has: store, progress, token, retries.
public sealed record Report(string Kind, int Rows);
public interface IReportStore { Task<int> CollectAsync(string kind, CancellationToken cancellationToken); }

public sealed class ReportTasks(IReportStore store)
{
    [Task(Name = "reports.generate", Queue = "cpu_intensive", Idempotent = true, Retry = 3), RetryOn<TimeoutException>]
    public async Task<Report> Generate(string kind, ITaskProgress progress, CancellationToken cancellationToken)
    {
        progress.Report(0, 100, "Collecting");
        var rows = await store.CollectAsync(kind, cancellationToken);
        progress.Report(100, 100, "Done");
        return new Report(kind, rows);
    }
}
