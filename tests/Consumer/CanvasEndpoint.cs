using TaskGen;

namespace Shop;

public sealed class CanvasEndpoint(
    ImageTasksClient images, UserTasksClient users, AlertTasksClient alerts, ITaskClient tasks, AlertStore store)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        const string url = "https://shop.example/0.png";
        const string op = "sum";
        string[] urls = ["https://shop.example/1.png", "https://shop.example/2.png", "https://shop.example/3.png"];
        IReadOnlyList<int> userIds = [.. Enumerable.Range(1, 250)];

        // Resize(Image image, int width): the first parameter is the previous result.
        // Assemble(IReadOnlyList<Thumb> thumbs, string title), Notify(TaskFailure failure)
        Signature<Image>                fetch = images.Fetch.Signature(url);
        Signature<Thumb>                chain = fetch.Then(images.Resize.Partial(200));
        Signature<IReadOnlyList<Thumb>> group = Canvas.Group(urls.Select(u => images.Fetch.Signature(u).Then(images.Resize.Partial(200))));
        Signature<Album>                chord = group.Then(images.Assemble.Partial("Summer"));
        Signature<IReadOnlyList<int>>   parts = Canvas.Chunks(userIds, 100, chunk => users.ProcessBatch.Signature(chunk, op));
        TaskHandle<Album> album = await tasks.DelayAsync(chord.OnError(alerts.Notify.Partial()), cancellationToken);

        Check.Equal(new Album("Summer", 3), await album.GetAsync(cancellationToken));
        Check.Equal(new Thumb(url, 200), await (await tasks.DelayAsync(chain, cancellationToken)).GetAsync(cancellationToken));
        IReadOnlyList<int> sums = await (await tasks.DelayAsync(parts, cancellationToken)).GetAsync(cancellationToken);
        Check.Equal("5050,15050,11275", string.Join(',', sums));
        Check.Equal(0, (await (await tasks.DelayAsync(Canvas.Group<Album>(), cancellationToken)).GetAsync(cancellationToken)).Count);

        Signature<Thumb> missing = images.Fetch.Signature("").Then(images.Resize.Partial(1)).OnError(alerts.Notify.Partial());
        TaskHandle<Thumb> broken = await tasks.DelayAsync(missing, cancellationToken);
        var failure = (await Check.ThrowsAsync<TaskFailedException>(() => broken.GetAsync(cancellationToken))).Failure;
        Check.Equal(("ImageTasks.Fetch", TaskState.Failed), (failure.TaskName, failure.State));
        while (store.Failures.IsEmpty)
        {
            await Task.Delay(10, cancellationToken);
        }

        Check.Equal(failure.TaskId, store.Failures.Single().TaskId);
    }
}
