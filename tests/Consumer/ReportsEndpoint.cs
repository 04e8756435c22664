using TaskGen;

namespace Shop;

public sealed class ReportsEndpoint(ReportTasksClient reports, ITaskClient tasks)               // generated, registered in DI
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var query = new ReportQuery(2026, ["north", "south"]);

        // Dispatch
        TaskHandle<Report> handle = await reports.GenerateReport.DelayAsync("sales", query);
        TaskHandle<Report> delayed = await reports.GenerateReport.With(new() { Countdown = TimeSpan.FromMinutes(10), Queue = "bulk" }).DelayAsync("sales", query);
        string[] types = ["costs", "stock"];
        IReadOnlyList<TaskHandle<Report>> many = await reports.GenerateReport.DelayManyAsync(types, t => new(t, query));   // one round trip a batch
        TaskHandle<Report> joined = await tasks.ReportTasks.GenerateReport.DelayAsync("sales", query);           // the same from any ITaskClient

        // The handle
        Report report = await handle.GetAsync(TimeSpan.FromMinutes(5), cancellationToken);
        Check.Equal(new Report("sales", 2026), report);
        Check.Equal(report, await handle.GetAsync(cancellationToken));
        Check.Equal(handle.Id, joined.Id);
        Check.Equal(true, joined.WasDeduplicated);
        Check.Equal("costs,stock", string.Join(',', (await Task.WhenAll(many.Select(h => h.GetAsync(cancellationToken)))).Select(r => r.Type)));

        TaskSnapshot s = await handle.GetSnapshotAsync();
        Check.Equal((TaskState.Succeeded, 1, true), (s.State, s.Attempt, s.StartedAt <= s.FinishedAt && s.EnqueuedAt <= s.StartedAt));
        Check.Equal(90, s.Progress?.Percent);
        Check.Equal(TaskState.Scheduled, (await delayed.GetSnapshotAsync()).State);
        bool canceled = await delayed.CancelAsync("user left");
        Check.Equal(true, canceled);
        var failure = await Check.ThrowsAsync<TaskFailedException>(() => delayed.GetAsync(cancellationToken));
        Check.Equal((TaskState.Canceled, "user left"), (failure.State, failure.RemoteMessage));

        string text = handle.Id.ToString();
        TaskHandle<Report> again = tasks.GetHandle<Report>(TaskId.Parse(text));   // in another process, from the id alone
        Check.Equal(report, await again.GetAsync(cancellationToken));

        // Retries, typed progress, void tasks, cancel of a running task
        TaskHandle<int> flaky = await reports.Flaky.DelayAsync(2);
        Check.Equal(3, await flaky.GetAsync(cancellationToken));
        Check.Equal(3, await tasks.GetHandle<int>(TaskId.Parse(flaky.Id.ToString())).GetAsync(cancellationToken));

        TaskHandle<int, ImportDetail> import = await reports.Import.DelayAsync(rows: 1_000, cancellationToken);
        TaskProgress<ImportDetail>? last = null;
        await foreach (TaskProgress<ImportDetail> p in import.ProgressAsync())
        {
            last = p;
        }

        Check.Equal((1_000L, "row-1000"), (last!.Current, last.Detail?.LastRow));

        TaskHandle waiting = await reports.WaitForever.DelayAsync();
        while ((await waiting.GetSnapshotAsync(cancellationToken)).State != TaskState.Running)
        {
            await Task.Delay(10, cancellationToken);
        }

        await Check.ThrowsAsync<TimeoutException>(() => waiting.GetAsync(TimeSpan.FromMilliseconds(50), cancellationToken));
        Check.Equal(true, await waiting.CancelAsync());
        Check.Equal(TaskState.Canceled, (await Check.ThrowsAsync<TaskFailedException>(() => waiting.GetAsync(cancellationToken))).State);

        TaskHandle rejected = await reports.Reject.DelayAsync("out of stock", 4, 5);
        Check.Equal("out of stock 4,5", (await Check.ThrowsAsync<TaskFailedException>(() => rejected.GetAsync(cancellationToken))).RemoteMessage);
        TaskHandle announced = await reports.Announce.DelayAsync("by hand");
        await Check.ThrowsAsync<InvalidOperationException>(() => announced.GetAsync(cancellationToken));
        await Check.ThrowsAsync<TaskNotFoundException>(() => tasks.GetHandle(new TaskId(Guid.CreateVersion7(), "default")).GetAsync(cancellationToken));
    }
}
