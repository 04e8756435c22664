using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Testing.Tests;

public sealed class InlineCanvasTests
{
    private readonly Ledger _ledger = new();
    private readonly InlineTaskClient _client;
    private readonly ImageTasksClient _images;

    public InlineCanvasTests()
    {
        _client = new InlineTaskClient(new ServiceCollection().AddSingleton(_ledger).BuildServiceProvider());
        _images = new ImageTasksClient(_client);
    }

    [Fact]
    public async Task A_chain_passes_each_result_on()
    {
        var handle = await _client.DelayAsync(
            _images.Fetch.Signature("a").Then(_images.Resize.Partial(200)).Then(_images.Resize.Partial()));

        Assert.Equal("a@200@10", await handle.GetAsync());
        Assert.Equal(["fetch a", "resize a 200", "resize a@200 10"], _ledger.Lines);
        Assert.Equal(TaskState.Succeeded, (await handle.GetSnapshotAsync()).State);
    }

    [Fact]
    public async Task A_chord_takes_the_results_in_order_as_any_kind_of_list()
    {
        var group = Canvas.Group(from url in (string[])["a", "b", "c"] select _images.Fetch.Signature(url).Then(_images.Resize.Partial(1)));

        Assert.Equal("Summer: a@1,b@1,c@1", await (await _client.DelayAsync(group.Then(_images.Assemble.Partial("Summer")))).GetAsync());
        Assert.Equal("a@1,b@1,c@1", await (await _client.DelayAsync(group.Then(_images.AssembleArray.Partial()))).GetAsync());
        Assert.Equal(["a@1", "b@1", "c@1"], await (await _client.DelayAsync(group)).GetAsync());
        Assert.Equal(6, await (await _client.DelayAsync(Canvas.Group(group, group).Then(_images.CountLists.Partial()))).GetAsync());
    }

    [Fact]
    public async Task Groups_of_nothing_complete_at_once_with_an_empty_list()
    {
        var nothing = Canvas.Group<string>([]);

        Assert.Empty(await (await _client.DelayAsync(nothing)).GetAsync());
        Assert.Equal("None: ", await (await _client.DelayAsync(nothing.Then(_images.Assemble.Partial("None")))).GetAsync());
        Assert.Equal([[], []], await (await _client.DelayAsync(Canvas.Group(nothing, nothing))).GetAsync());
        Assert.Empty(await (await _client.DelayAsync(Canvas.Chunks<int, int>([], 5, _images.ProcessBatch.Signature))).GetAsync());
    }

    [Fact]
    public async Task Chunks_are_groups_of_arrays()
    {
        var handle = await _client.DelayAsync(Canvas.Chunks(Enumerable.Range(1, 5), 2, _images.ProcessBatch.Signature));

        Assert.Equal([3, 7, 5], await handle.GetAsync());
        Assert.Throws<ArgumentOutOfRangeException>(() => Canvas.Chunks((int[])[1], 0, _images.ProcessBatch.Signature));
    }

    [Fact]
    public async Task Void_tasks_have_places_too_and_keep_what_they_came_to()
    {
        var all = Canvas.Group(_images.Store.Signature("a"), _images.Clean.Signature())
            .Then(_images.Fetch.Signature("b").Then(_images.Store.Partial()));

        await (await _client.DelayAsync(all)).GetAsync();
        Assert.Equal(
            [default, default],
            await (await _client.DelayAsync(Canvas.Group(_images.Clean.Signature(), _images.Store.Signature("c")))).GetAsync());
        Assert.Equal(["store a", "clean", "fetch b", "store b", "clean", "store c"], _ledger.Lines);
    }

    [Fact]
    public async Task A_group_that_failed_has_run_to_its_end_and_calls_its_handler_once_with_the_first_failure()
    {
        var group = Canvas.Group(from url in (string[])["a", "bad1", "b", "bad2"] select _images.Fetch.Signature(url));

        var handle = await _client.DelayAsync(group.Then(_images.Assemble.Partial("Never")).OnError(_images.Notify.Partial()));

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync());
        Assert.Equal(
            ("ImageTasks.Fetch", "no bad1", 1, TaskState.Failed),
            (failure.Failure.TaskName, failure.RemoteMessage, failure.Attempts, failure.State));
        Assert.NotEqual(handle.Id, failure.Failure.TaskId);
        Assert.Equal(["fetch a", "fetch bad1", "fetch b", "fetch bad2", "notify ImageTasks.Fetch Failed 1: no bad1"], _ledger.Lines);
    }

    [Fact]
    public async Task Handlers_run_from_the_inside_out_and_only_around_what_failed()
    {
        var canvas = _images.Fetch.Signature("a").OnError(_images.Store.Signature("never"))
            .Then(_images.Fetch.Signature("bad").OnError(_images.Clean.Signature()))
            .Then(_images.Resize.Partial())
            .OnError(_images.Notify.Partial());

        await Assert.ThrowsAsync<TaskFailedException>(async () => await (await _client.DelayAsync(canvas)).GetAsync());
        Assert.Equal(
            ["clean", "fetch a", "fetch bad", "notify ImageTasks.Fetch Failed 1: no bad"], _ledger.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Equal_members_of_an_idempotent_task_run_once_and_so_does_the_same_dispatch_outside()
    {
        var once = _images.Fetch.Signature("a").Then(_images.Once.Partial());

        Assert.Equal(["once a 10", "once a 10"], await (await _client.DelayAsync(Canvas.Group(once, once))).GetAsync());
        Assert.True((await _images.Once.DelayAsync("a", 10)).WasDeduplicated);
        Assert.Single(_ledger.Lines, "once a 10");
    }

    [Fact]
    public async Task A_result_that_is_null_arrives_as_null()
    {
        Assert.Equal("null", await (await _client.DelayAsync(_images.Nothing.Signature().Then(_images.Describe.Partial()))).GetAsync());
        Assert.Equal("none", await (await _client.DelayAsync(_images.Describe.Signature())).GetAsync());
    }

    [Fact]
    public async Task One_task_alone_is_an_ordinary_task()
    {
        var handle = await _client.DelayAsync(_images.Fetch.With(new() { Queue = "bulk" }).Signature("a"));

        Assert.Equal(("ImageTasks.Fetch", "bulk"), ((await handle.GetSnapshotAsync()).Name, handle.Id.Queue));
        TaskHandle<NoResult> clean = await _client.DelayAsync(_images.Clean.Signature());
        Assert.Equal(default, await clean.GetAsync());
    }

    [Fact]
    public async Task A_chain_of_a_thousand_links_runs_to_its_end_however_it_is_built()
    {
        var left = Enumerable.Range(1, 999).Aggregate(
            _images.Fetch.Signature("a"),
            (chain, _) => chain.Then(_images.Clean.Signature()).Then(_images.Fetch.Signature("a")));
        var right = Enumerable.Range(1, 998).Aggregate(_images.Clean.Signature(), (chain, _) => _images.Clean.Signature().Then(chain));

        await Assert.ThrowsAsync<ArgumentException>(() => _client.DelayAsync(left));
        await (await _client.DelayAsync(_images.Clean.Signature().Then(right))).GetAsync();
        Assert.Equal(1000, _ledger.Lines.Count);
    }
}
