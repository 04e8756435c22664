using System.Text.Json;
using TaskGen;

namespace Shop;

// ReportTasksClient is generated and registered in DI.
public sealed class ReportsEndpoint(ReportTasksClient reports, ITaskClient tasks, ITaskRegistry registry, ConditionalDispatcher conditions)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var query = new ReportQuery(2026, ["north", "south"]);

        // Dispatch
        TaskHandle<Report> handle = await reports.GenerateReport.DelayAsync("sales", query);
        TaskHandle<Report> delayed = await reports.GenerateReport
            .With(new() { Countdown = TimeSpan.FromMinutes(10), Queue = "bulk" })
            .DelayAsync("sales", query);
        string[] types = ["costs", "stock"];

        // One round trip a batch
        IReadOnlyList<TaskHandle<Report>> many = await reports.GenerateReport.DelayManyAsync(types, t => new(t, query));

        // The same from any ITaskClient
        TaskHandle<Report> joined = await tasks.ReportTasks.GenerateReport.DelayAsync("sales", query);

        // The handle
        Report report = await handle.GetAsync(TimeSpan.FromMinutes(5), cancellationToken);
        Check.Equal(new Report("sales", 2026), report);
        Check.Equal(report, await handle.GetAsync(cancellationToken));
        Check.Equal(handle.Id, joined.Id);
        Check.Equal(true, joined.WasDeduplicated);
        Report[] all = await Task.WhenAll(many.Select(h => h.GetAsync(cancellationToken)));
        Check.Equal("costs,stock", string.Join(',', all.Select(r => r.Type)));

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
        failure = await Check.ThrowsAsync<TaskFailedException>(() => rejected.GetAsync(cancellationToken));
        Check.Equal("out of stock 4,5", failure.RemoteMessage);
        TaskHandle announced = await reports.Announce.DelayAsync("by hand");
#pragma warning disable TG0312 // This program checks what happens without the correction.
        await Check.ThrowsAsync<InvalidOperationException>(() => announced.GetAsync(cancellationToken));
#pragma warning restore TG0312
        var unknown = tasks.GetHandle(new TaskId(Guid.CreateVersion7(), "default"));
        await Check.ThrowsAsync<TaskNotFoundException>(() => unknown.GetAsync(cancellationToken));
        await RunByNameAsync(cancellationToken);
    }

    private async Task RunByNameAsync(CancellationToken cancellationToken)
    {
        // By name
        string jsonArguments = """{"type":"by name","query":{"Year":2025,"Regions":["west"]}}""";
        TaskHandle h = await registry.DelayAsync("reports.generate", jsonArguments);
        Check.Equal(new Report("by name", 2025), await ((TaskHandle<Report>)h).GetAsync(cancellationToken));
        h = await registry.DelayAsync("reports.generate", JsonElement.Parse(jsonArguments));
        Check.Equal(true, h.WasDeduplicated);
        var wrong = await Check.ThrowsAsync<TaskArgumentException>(
            () => registry.DelayAsync("reports.generate", """{"typ":1,"query":null}"""));
        Check.Equal(
            "'query' must not be null|'type' is missing|'typ' is not a parameter of the task; did you mean 'type'?",
            string.Join('|', wrong.Errors));
#pragma warning disable TG0305 // The analyzer reports the unknown name. The next line checks the exception at run time.
        await Check.ThrowsAsync<TaskArgumentException>(() => registry.DelayAsync("reports.nobody", "{}"));
#pragma warning restore TG0305

        foreach (TaskDescriptor t in registry.Tasks)
        {
            Check.Equal(true, t.Parameters.All(p => p.Name.Length > 0 && !p.JsonSchema.TryGetProperty("$comment", out _)));
        }

        TaskDescriptor generate = registry.Tasks.Single(t => t.Name == "reports.generate");
        Check.Equal(("cpu_intensive", "type,query"), (generate.Queue, string.Join(',', generate.Parameters.Select(p => p.Name))));
        JsonElement year = generate.Parameters[1].JsonSchema.GetProperty("properties").GetProperty("Year");
        Check.Equal("integer", year.GetProperty("type").GetString());

        // On conditions
        string json = """
            {
              "weekend": {
                "type": "custom_function", "params": {"function": "is_weekend"},
                "task": "ReportTasks.Announce", "task_params": {"type": "weekend"}
              },
              "many": {
                "type": "value_greater_than", "params": {"field": "rows", "threshold": 80},
                "task": "ReportTasks.Import", "task_params": {"rows": 5}
              },
              "few": {
                "type": "field_exists", "params": {"field": "few"},
                "task": "ReportTasks.Import", "task_params": {"rows": 1}
              }
            }
            """;
        JsonElement data = JsonElement.Parse("""{"day":"2026-01-03","rows":85}""");
        IReadOnlyList<ScheduledTask> done = await conditions.DispatchAsync(data, ConditionSet.Parse(json));
        Check.Equal("weekend,many", string.Join(',', done.Select(s => s.Condition)));
        Check.Equal(5, await tasks.GetHandle<int>(done[1].TaskId).GetAsync(cancellationToken));
        ConditionSet holiday = ConditionSet.Parse(json.Replace("is_weekend", "is_holiday"));
        await Check.ThrowsAsync<ConditionException>(() => conditions.DispatchAsync(data, holiday));
    }
}
