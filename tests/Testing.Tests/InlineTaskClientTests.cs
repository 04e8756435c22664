using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Testing.Tests;

public sealed class InlineTaskClientTests
{
    private readonly Ledger _ledger = new();
    private readonly InlineTaskClient _client;

    public InlineTaskClientTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ledger);
        services.AddSingleton<ITaskClient>(static provider => new InlineTaskClient(provider));
        _client = (InlineTaskClient)services.BuildServiceProvider().GetRequiredService<ITaskClient>();
    }

    [Fact]
    public async Task A_task_has_run_when_its_dispatch_returns_and_so_have_the_tasks_it_dispatched()
    {
        var handle = await _client.OrderTasks.Place.DelayAsync("ann", [1, 2]);

        Assert.Equal(["place ann 1", "confirm ann"], _ledger.Lines);
        Assert.Equal(3, await handle.GetAsync());
        Assert.Equal(3, await _client.GetHandle<int>(TaskId.Parse(handle.Id.ToString())).GetAsync());
    }

    [Fact]
    public async Task Retries_follow_at_once()
    {
        var handle = await _client.OrderTasks.Place.DelayAsync("flaky", [1]);

        Assert.Equal(["place flaky 1", "place flaky 2", "place flaky 3", "confirm flaky"], _ledger.Lines);
        Assert.Equal(3, (await handle.GetSnapshotAsync()).Attempt);
    }

    [Fact]
    public async Task A_failure_is_what_the_real_client_would_throw()
    {
        var handle = await _client.OrderTasks.Put.DelayAsync(new Dictionary<string, int> { ["a"] = 1 });

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync());
        Assert.Equal(("TaskGen.TaskRejectedException", "the shop is closed"), (failure.RemoteExceptionType, failure.RemoteMessage));
        var progress = new List<TaskProgress>();
        await foreach (var report in handle.ProgressAsync())
        {
            progress.Add(report);
        }

        Assert.Equal([new TaskProgress(1, 1, "done")], progress);
    }

    [Fact]
    public async Task An_equal_dispatch_of_an_idempotent_task_joins()
    {
        var first = await _client.OrderTasks.Count.DelayAsync("ann");
        var second = await _client.OrderTasks.Count.DelayAsync("ann");
        await _client.OrderTasks.Count.DelayAsync("bob");

        Assert.Equal((first.Id, true), (second.Id, second.WasDeduplicated));
        Assert.Equal(["count ann", "count bob"], _ledger.Lines);
    }

    [Fact]
    public async Task A_task_that_snoozes_stays_scheduled()
    {
        var handle = await _client.OrderTasks.Later.DelayAsync();

        Assert.Equal(TaskState.Scheduled, (await handle.GetSnapshotAsync()).State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => handle.GetAsync());
    }

    [Fact]
    public async Task A_resource_lease_is_granted_at_once()
    {
        Assert.Equal("packed", await (await _client.OrderTasks.Pack.DelayAsync()).GetAsync());
        Assert.Equal("packed", await new OrderTasks(_ledger, _client).Pack(TestTaskContext.Create()));
        var canceled = TestTaskContext.Create(cancellationToken: new CancellationToken(canceled: true));
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await canceled.AcquireAsync("table", 1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await TestTaskContext.Create().AcquireAsync("table", 0));
    }

    [Fact]
    public async Task A_method_can_be_called_with_a_context_of_the_tests_own()
    {
        var tasks = new OrderTasks(_ledger, _client);

        Assert.Equal(5, await tasks.Place("ann", [5], TestTaskContext.Create(attempt: 2)));
        Assert.Equal("place ann 2", _ledger.Lines[0]);
    }

    [Fact]
    public async Task A_service_that_fails_in_its_disposal_fails_the_attempt()
    {
        await using var services = new ServiceCollection()
            .AddSingleton(_ledger)
            .AddScoped<Session>()
            .AddSingleton<ITaskClient>(static provider => new InlineTaskClient(provider))
            .BuildServiceProvider();

        var handle = await services.GetRequiredService<ITaskClient>().OrderTasks.Commit.DelayAsync();

        Assert.Equal("commit failed", (await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync())).RemoteMessage);
    }

    [Fact]
    public async Task A_signature_runs_with_the_arguments_with_which_it_was_made()
    {
        int[] items = [1, 2];
        var signature = _client.OrderTasks.Place.Signature("ann", items);

        items[0] = 100;

        Assert.Equal(3, await (await _client.DelayAsync(signature)).GetAsync());
        Assert.Throws<TaskArgumentException>(() => _client.OrderTasks.Place.Signature(null!, items));
    }
}
