using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern15CanvasTests(DataServers servers)
{
    private static readonly string[] Queues = ["default", "io_intensive", "cpu_intensive"];

    [Theory, EachBackend]
    public async Task A_chain_hands_each_result_on_and_what_follows_a_void_task_starts_after_it(Backend backend)
    {
        await using var application = await StartAsync(backend);
        var pictures = application.Of<PictureTasksClient>();
        Signature<Picture> fetch = pictures.Fetch.Signature("1.jpg");
        Signature<Thumb> chain = fetch.Then(pictures.Resize.Partial(200));
        Signature<Picture> afterVoid = pictures.Clear.Signature("cleared").Then(pictures.Clear.Signature("cleared again")).Then(fetch);

        Assert.Equal(new Thumb("1.jpg", 200), await ResultAsync(application, chain));
        Assert.Equal(0, application.Probe.Count("cleared"));
        Assert.Equal(new Picture("1.jpg"), await ResultAsync(application, afterVoid));
        Assert.Equal(["1.jpg", "cleared", "cleared again", "1.jpg"], application.Probe.Marks);
    }

    [Theory, EachBackend]
    public async Task The_results_of_a_group_come_in_the_order_of_its_members_whichever_ends_first(Backend backend)
    {
        await using var application = await StartAsync(backend);
        var pictures = application.Of<PictureTasksClient>();
        string[] urls = ["1", "2", "3", "4"];
        var handle = await application.Tasks.DelayAsync(Canvas.Group(urls.Select(url => pictures.FetchSlowly.Signature(url))));
        foreach (var url in urls)
        {
            await application.Probe.UntilAsync(url);
        }

        // The last first, each when the one after it has ended.
        for (var left = urls.Length - 1; left >= 0; left--)
        {
            application.Probe.Open(urls[left]);
            await TaskGen.Servers.Wait.UntilAsync(
                async () => (await application.CountAsync("default")).Leased == left,
                Limits.Long,
                () => $"there are not {left} members left");
        }

        Assert.Equal(urls, (await handle.GetAsync(Limits.Long)).Select(static picture => picture.Url));
    }

    [Theory, EachBackend]
    public async Task A_chord_takes_the_results_of_all_in_order_and_another_process_gets_what_comes_of_it(Backend backend)
    {
        await using var application = await StartAsync(backend);
        var pictures = application.Of<PictureTasksClient>();
        string[] urls = ["a", "b", "c"];
        Signature<IReadOnlyList<Thumb>> group = Canvas.Group(
            urls.Select(url => pictures.Fetch.Signature(url).Then(pictures.Resize.Partial(50))));
        Signature<Album> chord = group.Then(pictures.Assemble.Partial("Summer"));
        TaskHandle<Album> handle = await application.Tasks.DelayAsync(chord.OnError(pictures.Alert.Partial("nobody")));

        var album = await application.AddCaller().GetHandle<Album>(TaskId.Parse(handle.Id.ToString())).GetAsync(Limits.Long);
        Assert.Equal(("Summer", "a 50,b 50,c 50"), (album.Title, string.Join(',', album.Urls)));
        Assert.Equal(1, application.Probe.Count("Summer"));
        await AssertDrainedAsync(application);
        Assert.DoesNotContain(application.Probe.Marks, static mark => mark.StartsWith("nobody", StringComparison.Ordinal));
    }

    [Theory, EachBackend]
    public async Task Chunks_hand_out_arrays_and_give_a_result_each_in_order(Backend backend)
    {
        await using var application = await StartAsync(backend);
        var ids = Enumerable.Range(1, 1_050).ToList();
        Signature<IReadOnlyList<int>> parts = Canvas.Chunks(
            ids, 100, chunk => application.Of<PictureTasksClient>().SumAll.Signature(chunk, 2));

        Assert.Equal(ids.Chunk(100).Select(static chunk => chunk.Sum() * 2), await ResultAsync(application, parts));
    }

    [Theory, EachBackend]
    public async Task A_group_of_nothing_completes_at_once_with_an_empty_list(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var pictures = application.Of<PictureTasksClient>();

        // There is no worker yet.
        Assert.Empty(await ResultAsync(application, Canvas.Group<Thumb>()));
        Assert.Empty(await ResultAsync(application, Canvas.Chunks(Array.Empty<int>(), 10, chunk => pictures.SumAll.Signature(chunk, 1))));

        await application.StartWorkerAsync("w1", 2, Queues);
        var album = await ResultAsync(application, Canvas.Group<Thumb>().Then(pictures.Assemble.Partial("Nothing")));
        Assert.Equal(("Nothing", 0), (album.Title, album.Urls.Count));
    }

    [Theory, EachBackend]
    public async Task Failed_children_fail_the_group_once_after_the_last_has_ended_and_OnError_runs_once(Backend backend)
    {
        await using var application = await StartAsync(backend);
        var pictures = application.Of<PictureTasksClient>();
        var chord = Canvas.Group(
                pictures.FetchSlowly.Signature("slow"),
                pictures.Fetch.Signature("broken 1"),
                pictures.Fetch.Signature("fine"),
                pictures.Fetch.Signature("broken 2"))
            .Then(pictures.Clear.Signature("what must not follow"))
            .OnError(pictures.Alert.Partial("ann"));
        var handle = await application.Tasks.DelayAsync(chord);
        foreach (var url in new[] { "slow", "broken 1", "fine", "broken 2" })
        {
            await application.Probe.UntilAsync(url);
        }

        // Both failures are known, and the group waits for its last member.
        await TaskGen.Servers.Wait.UntilAsync(
            async () => (await application.DeadLettersAsync("default")).Count == 2,
            Limits.Long,
            static () => "there are not two dead letters");
        Assert.False((await handle.GetSnapshotAsync()).HasEnded);
        application.Probe.Open("slow");

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        Assert.Equal(
            (TaskState.Failed, "patterns.fetch", "There is no picture at broken 1."),
            (failure.State, failure.Failure.TaskName, failure.RemoteMessage));
        await application.Probe.UntilAsync("ann hears of patterns.fetch: There is no picture at broken 1.");
        await AssertDrainedAsync(application);
        Assert.Single(application.Probe.Marks, static mark => mark.StartsWith("ann", StringComparison.Ordinal));
        Assert.Equal(0, application.Probe.Count("what must not follow"));
    }

    [Theory, EachBackend]
    public async Task OnError_takes_a_whole_signature_and_what_it_is_attached_to_need_not_be_the_whole(Backend backend)
    {
        await using var application = await StartAsync(backend);
        var pictures = application.Of<PictureTasksClient>();
        var inner = pictures.Fetch.Signature("broken").OnError(pictures.Clear.Signature("tidied").Then(pictures.Clear.Signature("told")));
        var handle = await application.Tasks.DelayAsync(inner.Then(pictures.Resize.Partial(1)).OnError(pictures.Alert.Partial("ben")));

        await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        await application.Probe.UntilAsync("told");
        await application.Probe.UntilAsync("ben hears of patterns.fetch: There is no picture at broken.");
        await AssertDrainedAsync(application);
        Assert.Equal(4, application.Probe.Marks.Count);
    }

    [Theory, EachBackend]
    public async Task Chains_of_groups_groups_of_chains_and_chords_of_chords_compose(Backend backend)
    {
        await using var application = await StartAsync(backend);
        var pictures = application.Of<PictureTasksClient>();
        Signature<Thumb> ThumbOf(string url) => pictures.Fetch.Signature(url).Then(pictures.Resize.Partial(9));
        Signature<Album> AlbumOf(string title, params string[] urls) =>
            Canvas.Group(urls.Select(ThumbOf)).Then(pictures.Assemble.Partial(title));

        var chords = Canvas.Group(AlbumOf("A", "1", "2"), AlbumOf("B"), AlbumOf("C", "3")).Then(pictures.Join.Partial());
        Assert.Equal("A: 1 9, 2 9 | B:  | C: 3 9", await ResultAsync(application, chords));

        var groups = Canvas.Group(Canvas.Group(ThumbOf("4"), ThumbOf("5")), Canvas.Group(ThumbOf("6")), Canvas.Group<Thumb>());
        Assert.Equal(
            ["4,5", "6", ""],
            (await ResultAsync(application, groups)).Select(static group => string.Join(',', group.Select(static thumb => thumb.Url))));

        var chain = Canvas.Group(pictures.Clear.Signature("x"), pictures.Clear.Signature("y"))
            .Then(Canvas.Group(ThumbOf("7"), ThumbOf("8"))).Then(pictures.Assemble.Partial("D"));
        Assert.Equal(["7 9", "8 9"], (await ResultAsync(application, chain)).Urls);
    }

    [Theory, EachBackend]
    public async Task Cancelling_the_handle_cancels_all_that_has_not_ended_and_starts_nothing_more(Backend backend)
    {
        await using var application = await StartAsync(backend, concurrency: 2);
        var pictures = application.Of<PictureTasksClient>();
        var members = new[] { "1", "2", "3", "4" }.Select(url => pictures.FetchSlowly.Signature(url).Then(pictures.Resize.Partial(1)));
        var handle = await application.Tasks.DelayAsync(Canvas.Group(members).Then(pictures.Assemble.Partial("never")));
        await TaskGen.Servers.Wait.UntilAsync(
            () => application.Probe.Marks.Count == 2, Limits.Long, () => $"two run: {string.Join(',', application.Probe.Marks)}");

        Assert.True(await application.AddCaller().GetHandle(handle.Id).CancelAsync("not needed"));

        Assert.Equal(TaskState.Canceled, (await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long))).State);
        await application.Probe.UntilAsync("stopped", 2);
        await AssertDrainedAsync(application);

        // A member that waited may have had a slot for the moment before its own cancel came; nothing ran to its end.
        var marks = application.Probe.Marks;
        Assert.Equal(marks.Count(static mark => mark == "stopped"), marks.Count(static mark => mark.Length == 1));
        Assert.DoesNotContain("never", marks);
        Assert.False(await handle.CancelAsync("again"));
    }

    private async Task<Application> StartAsync(Backend backend, int concurrency = 5)
    {
        var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", concurrency, Queues);
        return application;
    }

    private static async Task<T> ResultAsync<T>(Application application, Signature<T> signature) =>
        await (await application.Tasks.DelayAsync(signature)).GetAsync(Limits.Long);

    private static async Task AssertDrainedAsync(Application application)
    {
        foreach (var queue in Queues)
        {
            await TaskGen.Servers.Wait.UntilAsync(
                async () => await application.CountAsync(queue) is { Pending: 0, Delayed: 0, Leased: 0 },
                Limits.Long,
                () => $"'{queue}' still holds something");
        }
    }
}
