namespace TaskGen.Tests.Worker;

public sealed class RunTests
{
    [Fact]
    public async Task A_dispatched_task_runs_and_its_result_comes_back()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync();

        var handle = await host.DelayAsync<Profiles.Plain>("hello");

        Assert.Equal("hello", await TestHost.ResultAsync(handle));
        var snapshot = await handle.GetSnapshotAsync();
        Assert.Equal(TaskState.Succeeded, snapshot.State);
        Assert.Equal(1, snapshot.Attempt);
        Assert.NotNull(snapshot.FinishedAt);
    }

    [Fact]
    public async Task A_task_delayed_by_a_day_runs_when_the_clock_is_advanced()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync();
        var handle = await host.DelayAsync<Profiles.Plain>("later", new EnqueueOptions { Countdown = TimeSpan.FromDays(1) });
        Assert.Equal(TaskState.Scheduled, (await handle.GetSnapshotAsync()).State);

        host.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(TaskState.Scheduled, (await handle.GetSnapshotAsync()).State);
        host.Time.Advance(TimeSpan.FromMilliseconds(1));

        // On, because the worker may only now arm its timer.
        Assert.Equal("later", await host.PumpAsync(handle));
    }

    [Fact]
    public async Task Thousands_of_tasks_run_once_each()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync();
        await host.StartWorkerAsync();

        var handles = await host.DelayManyAsync<Profiles.Plain>(Enumerable.Range(0, 5_000).Select(static i => $"{i}"));
        var results = await Task.WhenAll(handles.Select(TestHost.ResultAsync));

        Assert.Equal(Enumerable.Range(0, 5_000).Select(static i => $"{i}"), results);
        Assert.Equal(5_000, host.Script.Started.Distinct().Count());
        Assert.Equal(5_000, host.Script.Started.Count);
    }
}
