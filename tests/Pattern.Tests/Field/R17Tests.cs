using System.Text.Json;
using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>What a handle tells of its task (fault R17).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R17Tests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task Watching_ends_with_the_end_of_the_task_and_its_failure(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var handle = await application.Of<StageTasksClient>().ReportOften.DelayAsync(3, fails: true);
        var states = new List<TaskSnapshot>();

        await foreach (var state in handle.WatchAsync())
        {
            states.Add(state);
            if (states.Count == 1)
            {
                await application.StartWorkerAsync("w", 1, "default");
            }
        }

        Assert.Equal(TaskState.Pending, states[0].State);
        Assert.All(states.SkipLast(1), static state => Assert.False(state.HasEnded));
        Assert.All(states.Zip(states.Skip(1)), static pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal((TaskState.Failed, "After the last report."), (states[^1].State, states[^1].Failure!.Message));
        Assert.Equal(3, states[^1].Progress!.Current);

        // It is known that it has ended: one state, at once.
        var again = new List<TaskSnapshot>();
        await foreach (var state in application.AddCaller().GetHandle(handle.Id).WatchAsync())
        {
            again.Add(state);
        }

        Assert.Equal([states[^1]], again);
    }

    [Theory, EachBackend]
    public async Task An_unknown_task_has_no_snapshot_and_cannot_be_watched(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var unknown = application.Tasks.GetHandle(TaskId.Parse($"{Guid.CreateVersion7():N}.default"));
        var known = await application.Of<FlakyTasksClient>().Succeed.DelayAsync("a");

        Assert.Null(await unknown.FindSnapshotAsync());
        Assert.Equal(known.Id, (await known.FindSnapshotAsync())!.Id);
        await Assert.ThrowsAsync<TaskNotFoundException>(async () => await unknown.WatchAsync().GetAsyncEnumerator().MoveNextAsync());
    }

    [Theory, EachBackend]
    public async Task Canceling_says_what_it_did(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var waiting = await application.Of<FlakyTasksClient>().Succeed.DelayAsync("a");
        Assert.Equal(CancelResult.Canceled, await waiting.RequestCancelAsync("not needed"));
        Assert.Equal(CancelResult.AlreadyEnded, await waiting.RequestCancelAsync());

        await application.StartWorkerAsync("w", 1, "default");
        var running = await application.Of<StageTasksClient>().GoThrough.DelayAsync(["one"]);
        await Application.UntilAsync(running, static state => state.State == TaskState.Running);
        Assert.Equal(CancelResult.Requested, await running.RequestCancelAsync());
        Assert.Equal(
            TaskState.Canceled,
            (await Assert.ThrowsAsync<TaskFailedException>(() => running.GetAsync(Limits.Long))).State);
        Assert.False(await running.CancelAsync());
    }

    [Theory, EachBackend]
    public async Task The_second_attempt_does_not_show_the_progress_of_the_first(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var handle = await application.Of<ImportTasksClient>().Import.DelayAsync();

        var first = await Application.UntilAsync(handle, static state => state is { State: TaskState.Retrying } or { Attempt: 2 });
        var second = await Application.UntilAsync(handle, static state => state is { State: TaskState.Running, Attempt: 2 });
        application.Probe.Open("second");
        var reports = new List<TaskProgress>();
        await foreach (var report in application.AddCaller().GetHandle(handle.Id).ProgressAsync())
        {
            reports.Add(report);
        }

        // On a busy machine the second attempt can have begun before the first look.
        Assert.Equal(first.State == TaskState.Retrying ? 90 : null, first.Progress?.Current);
        Assert.Null(second.Progress);
        Assert.Equal([new TaskProgress(5, 100, "second")], reports);
        Assert.Equal(5, (await handle.GetSnapshotAsync()).Progress!.Current);
    }

    [Theory, EachBackend]
    public async Task A_library_reports_through_the_interface_of_NET(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var handle = await application.Of<ImportTasksClient>().Copy.DelayAsync();
        await handle.GetAsync(Limits.Long);

        var progress = (await handle.GetSnapshotAsync()).Progress!;
        Assert.Equal((42.5, "copying"), (progress.Percent!.Value, progress.Status));
    }

    [Theory, EachBackend]
    public async Task In_and_At_delay_and_keep_the_other_options(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var task = application.Of<FlakyTasksClient>().Succeed.With(new() { Queue = "bulk", Retry = 7 });
        var time = DateTimeOffset.UtcNow.AddDays(2);

        var later = await (await task.In(TimeSpan.FromDays(1)).DelayAsync("a")).GetSnapshotAsync();
        var fixedTime = await task.In(TimeSpan.FromDays(1)).At(time).DelayAsync("b");
        var chain = application.Of<FlakyTasksClient>().Succeed.In(TimeSpan.FromHours(1)).Signature("c");

        Assert.Equal(("bulk", 8, TaskState.Scheduled), (later.Id.Queue, later.MaxAttempts, later.State));
        Assert.InRange(later.DueAt!.Value - later.EnqueuedAt, TimeSpan.FromDays(0.9), TimeSpan.FromDays(1.1));
        Assert.InRange(((await fixedTime.GetSnapshotAsync()).DueAt!.Value - time).Duration(), TimeSpan.Zero, TimeSpan.FromMilliseconds(2));
        Assert.Equal(TaskState.Scheduled, (await (await application.Tasks.DelayAsync(chain)).GetSnapshotAsync()).State);
        await Assert.ThrowsAsync<ArgumentException>(() => task.In(TimeSpan.FromSeconds(-1)).DelayAsync("d"));
    }

    [Theory, EachBackend]
    public async Task A_snapshot_is_sent_to_a_browser_without_the_stack(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var handle = await application.Of<FlakyTasksClient>().Break.DelayAsync(7);
        await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        var snapshot = await handle.GetSnapshotAsync();

        var json = JsonSerializer.Serialize(snapshot, JsonSerializerOptions.Web);

        Assert.Contains("\"state\":\"Failed\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("stack", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("FlakyTasks.cs", json, StringComparison.Ordinal);
        Assert.Equal(
            snapshot with { Failure = snapshot.Failure! with { StackTrace = null } },
            JsonSerializer.Deserialize<TaskSnapshot>(json, JsonSerializerOptions.Web));
    }

    [Theory, EachBackend]
    public async Task A_running_group_says_how_many_of_its_tasks_have_ended(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 4, "default");
        var flaky = application.Of<FlakyTasksClient>();
        var slow = application.Of<ImportTasksClient>().Pass;
        var group = Canvas.Group(slow.Signature("a"), slow.Signature("b").Then(flaky.Succeed.Signature("c")), slow.Signature("d"))
            .OnError(flaky.Succeed.Signature("after"));
        var handle = await application.Tasks.DelayAsync(group);
        Assert.Equal(new CanvasProgress(4, 0, 0), (await handle.GetSnapshotAsync()).Canvas);

        application.Probe.Open("a");
        application.Probe.Open("b");
        var running = await Application.UntilAsync(handle, static state => state.Canvas!.Ended == 3);
        Assert.Equal((TaskState.Running, 0, 75.0), (running.State, running.Canvas!.Failed, running.Progress!.Percent!.Value));

        var watching = handle.WatchAsync().GetAsyncEnumerator();
        Assert.True(await watching.MoveNextAsync());
        Assert.Equal(running, watching.Current);
        application.Probe.Open("d");
        await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        var ended = await handle.GetSnapshotAsync();
        Assert.Equal(new CanvasProgress(4, 4, 1), ended.Canvas);
        Assert.Contains(
            "\"canvas\":{\"members\":4,\"ended\":4,\"failed\":1}",
            JsonSerializer.Serialize(ended, JsonSerializerOptions.Web),
            StringComparison.Ordinal);
    }
}
