namespace TaskGen.Testing.Tests;

public sealed class FakeCanvasTests
{
    private readonly FakeTaskClient _client = new();

    [Fact]
    public async Task Every_task_of_a_canvas_is_collected_in_the_order_in_which_it_is_written()
    {
        var images = _client.ImageTasks;
        var canvas = Canvas.Group(
            images.Fetch.Signature("a").Then(images.Resize.With(new() { Queue = "bulk" }).Partial(7)), images.Fetch.Signature("b"))
            .Then(images.Assemble.Partial("Summer"))
            .OnError(images.Notify.Partial());

        await _client.DelayAsync(canvas);

        Assert.Equal(
            ["ImageTasks.Fetch", "ImageTasks.Resize", "ImageTasks.Fetch", "ImageTasks.Assemble", "ImageTasks.Notify"],
            _client.Enqueued.Select(static task => task.Name));
        Assert.Equal(new ImageTasksClient.FetchTask.Args("a"), _client.Enqueued[0].Args);
        Assert.Equal(new ImageTasksClient.ResizeTask.Args(null!, 7), _client.Enqueued[1].Args);
        Assert.Equal("bulk", _client.Enqueued[1].Id.Queue);
        Assert.Equal(5, _client.Enqueued.Select(static task => task.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_the_real_client_refuses_is_refused_and_nothing_is_collected()
    {
        var images = _client.ImageTasks;
        _client.Options.MaxGroupSize = 2;

        var tooLarge = await Assert.ThrowsAsync<ArgumentException>(
            () => _client.DelayAsync(Canvas.Group(Enumerable.Repeat(images.Clean.Signature(), 3))));
        Assert.Contains("MaxGroupSize", tooLarge.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TaskPayloadTooLargeException>(
            () => _client.DelayAsync(images.Clean.Signature().Then(images.Store.Signature(new string('x', 300_000)))));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _client.DelayAsync(images.Clean.Signature().Then(images.Store.With(new() { Retry = -1 }).Signature("a"))));
        Assert.Empty(_client.Enqueued);
    }

    [Fact]
    public async Task One_task_alone_is_collected_as_its_own_dispatch_would_be()
    {
        TaskHandle<string> handle = await _client.DelayAsync(_client.ImageTasks.Fetch.Signature("a"));

        Assert.Equal(handle.Id, Assert.Single(_client.Enqueued).Id);
    }
}
