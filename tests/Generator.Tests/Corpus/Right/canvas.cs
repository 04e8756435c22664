// A chain, a group and a chord.
public sealed class AlbumTasks
{
    [Task(Name = "albums.fetch")] public string Fetch(string url) => url;
    [Task(Name = "albums.resize")] public string Resize(string image, int width) => image + width;
    [Task(Name = "albums.assemble")] public string Assemble(IReadOnlyList<string> thumbs, string title) => title + thumbs.Count;
    [Task(Name = "albums.failed")] public void Failed(TaskFailure failure) => Console.WriteLine(failure.Message);
}

public sealed class Albums(AlbumTasksClient albums, ITaskClient tasks)
{
    public async Task<string> Make(string[] urls, CancellationToken cancellationToken)
    {
        var chord = Canvas.Group(urls.Select(url => albums.Fetch.Signature(url).Then(albums.Resize.Partial(200))))
            .Then(albums.Assemble.Partial("Summer"));
        var handle = await tasks.DelayAsync(chord.OnError(albums.Failed.Partial()), cancellationToken);
        return await handle.GetAsync(cancellationToken);
    }
}
