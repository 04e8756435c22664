using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Testing.Tests;

public sealed class FakeTaskClientTests
{
    private readonly FakeTaskClient _client = new();

    [Fact]
    public async Task It_collects_names_options_and_arguments_that_are_equal_by_value()
    {
        var options = new EnqueueOptions { Queue = "bulk" };

        var handle = await _client.OrderTasks.Place.With(options).DelayAsync("ann", [1, 2]);

        var enqueued = Assert.Single(_client.Enqueued);
        Assert.Equal("orders.place", enqueued.Name);
        Assert.Equal(new OrderTasksClient.PlaceTask.Args("ann", [1, 2]), enqueued.Args);
        Assert.NotEqual(new OrderTasksClient.PlaceTask.Args("ann", [2, 1]), enqueued.Args);
        Assert.Same(options, enqueued.Options);
        Assert.Equal((handle.Id, "bulk"), (enqueued.Id, enqueued.Id.Queue));
    }

    [Fact]
    public async Task Dictionaries_in_arguments_are_equal_by_value_too()
    {
        await _client.OrderTasks.Put.DelayAsync(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 });

        Assert.Equal(
            new OrderTasksClient.PutTask.Args(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }),
            Assert.Single(_client.Enqueued).Args);
    }

    [Fact]
    public async Task Many_are_collected_in_order()
    {
        await _client.OrderTasks.Confirm.DelayManyAsync(["a", "b", "c"], name => new(name));

        Assert.Equal(["a", "b", "c"], _client.Enqueued.Select(task => ((OrderTasksClient.ConfirmTask.Args)task.Args).Customer));
        _client.Clear();
        Assert.Empty(_client.Enqueued);
    }

    [Fact]
    public async Task What_the_real_client_refuses_is_refused()
    {
        await Assert.ThrowsAsync<TaskPayloadTooLargeException>(() => _client.OrderTasks.Confirm.DelayAsync(new string('x', 300_000)));
        await Assert.ThrowsAsync<ArgumentException>(() => _client.OrderTasks.Confirm.With(new() { Queue = "no spaces" }).DelayAsync("a"));
        Assert.Empty(_client.Enqueued);
    }

    [Fact]
    public async Task Limits_can_be_those_of_the_application()
    {
        _client.Options.MaxPayloadBytes = 40;

        await _client.OrderTasks.Confirm.DelayAsync("short");
        await Assert.ThrowsAsync<TaskPayloadTooLargeException>(() => _client.OrderTasks.Confirm.DelayAsync(new string('x', 40)));
    }

    [Fact]
    public async Task Waiting_for_a_result_says_which_client_would_have_one()
    {
        var handle = await _client.OrderTasks.Place.DelayAsync("ann", []);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => handle.GetAsync());
        Assert.Contains(nameof(InlineTaskClient), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_says_how_a_task_goes_on_and_ends()
    {
        _client.WaitForResults = true;
        var placed = await _client.OrderTasks.Place.DelayAsync("ann", []);
        var waiting = placed.GetAsync();
        var states = placed.WatchAsync().GetAsyncEnumerator();
        Assert.True(await states.MoveNextAsync());
        Assert.Equal((TaskState.Pending, false), (states.Current.State, waiting.IsCompleted));

        _client.Report(placed.Id, 1, 2, "half");
        Assert.True(await states.MoveNextAsync());
        Assert.Equal((TaskState.Running, 50.0), (states.Current.State, states.Current.Progress!.Percent));

        _client.Complete(placed.Id, 7);
        Assert.Equal(7, await waiting);
        Assert.True(await states.MoveNextAsync());
        Assert.Equal(TaskState.Succeeded, states.Current.State);
        Assert.False(await states.MoveNextAsync());
        Assert.Throws<InvalidOperationException>(() => _client.Complete(placed.Id, 8));
    }

    [Fact]
    public async Task A_task_can_end_before_its_dispatch_returns()
    {
        _client.OnEnqueued = task => _client.Fail(task.Id, new TimeoutException("too late", new IOException("cause")));

        var handle = await _client.OrderTasks.Put.DelayAsync(new Dictionary<string, int> { ["a"] = 1 });

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync());
        Assert.Equal(("System.TimeoutException", "too late"), (failure.RemoteExceptionType, failure.RemoteMessage));
        Assert.Equal("System.IO.IOException: cause", failure.Failure.InnerExceptions);
        Assert.Equal(CancelResult.AlreadyEnded, await handle.RequestCancelAsync());
    }

    [Fact]
    public async Task A_void_task_and_a_canvas_are_completed_too()
    {
        _client.OnEnqueued = task => _client.Complete(task.Id, 1);
        var images = _client.OrderTasks;
        var canvas = await _client.DelayAsync(Canvas.Group(images.Count.Signature("a"), images.Count.Signature("b")));

        _client.Complete<IReadOnlyList<int>>(canvas.Id, [3, 4]);

        Assert.Equal([3, 4], await canvas.GetAsync());
        _client.OnEnqueued = null;
        var put = await images.Put.DelayAsync(new Dictionary<string, int>());
        _client.Complete(put.Id);
        await put.GetAsync();
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_by_name()
    {
        var placed = await _client.OrderTasks.Place.DelayAsync("ann", []);
        var confirmed = await _client.OrderTasks.Confirm.DelayAsync("ann");

        var exception = Assert.Throws<ArgumentException>(() => _client.Complete(placed.Id, "seven"));
        Assert.Contains("'orders.place' returns System.Int32", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _client.Complete(placed.Id));
        Assert.Throws<InvalidOperationException>(() => _client.Complete(confirmed.Id));
        Assert.Null(await _client.GetHandle(TaskId.Parse($"{Guid.CreateVersion7():N}.default")).FindSnapshotAsync());
        Assert.Equal(CancelResult.Canceled, await placed.RequestCancelAsync("no"));
        Assert.Equal(TaskState.Canceled, (await placed.GetSnapshotAsync()).State);
    }

    [Fact]
    public async Task It_collects_what_is_dispatched_by_name_and_on_conditions()
    {
        var services = new ServiceCollection().AddSingleton<ITaskClient>(_client);
        services.AddTaskGen().AddGeneratedTasks();
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ITaskRegistry>().DelayAsync("orders.place", """{"customer":"ann","items":[1,2]}""");
        await provider.GetRequiredService<ConditionalDispatcher>().DispatchAsync(
            """{"paid":true}""",
            ConditionSet.Parse(
                """
                {
                  "paid": {
                    "type": "value_equals", "params": {"field": "paid", "value": true},
                    "task": "OrderTasks.Confirm", "task_params": {"customer": "ann"}
                  }
                }
                """));

        Assert.Equal(
            [new OrderTasksClient.PlaceTask.Args("ann", [1, 2]), new OrderTasksClient.ConfirmTask.Args("ann")],
            _client.Enqueued.Select(static task => task.Args));
    }
}
