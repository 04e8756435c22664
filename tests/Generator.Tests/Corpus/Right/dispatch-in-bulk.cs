// A thousand a call.
public sealed class ThumbTasks { [Task(Name = "thumbs.make")] public int Make(string url, int width) => url.Length * width; }

public sealed class Thumbs(ThumbTasksClient thumbs)
{
    public async Task<int> Make(IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        var handles = await thumbs.Make.DelayManyAsync(urls, url => new(url, 200), cancellationToken);
        return handles.Count;
    }
}
