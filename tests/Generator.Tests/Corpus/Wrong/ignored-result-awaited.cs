// IgnoreResult was set to make dispatches faster; a caller waits for the result anyway.
public sealed class ThumbnailTasks
{
    [Task(Name = "thumbnails.make", IgnoreResult = true)]
    public string Make(string path) => path + ".thumb";
}

public sealed class Gallery(ThumbnailTasksClient thumbnails)
{
    public async Task<string[]> ShowAsync(string[] paths)
    {
        var handles = await thumbnails.Make.DelayManyAsync(paths, path => new(path));
        return await Task.WhenAll(handles.Select(handle => [|TG0312:handle.GetAsync()|]));
    }
}
