using System.Collections.Concurrent;
using TaskGen;

namespace Shop;

public sealed record Image(string Url);

public sealed record Thumb(string Url, int Width);

public sealed record Album(string Title, int Thumbs);

public sealed class ImageTasks
{
    [Task]
    public Image Fetch(string url) => url.Length > 0 ? new Image(url) : throw new TaskRejectedException("There is no image without a URL.");

    [Task(Queue = "io_intensive")]
    public Thumb Resize(Image image, int width) => new(image.Url, width);

    [Task]
    public Album Assemble(IReadOnlyList<Thumb> thumbs, string title) => new(title, thumbs.Count);
}

public sealed class UserTasks
{
    [Task(Queue = "cpu_intensive")]
    public int ProcessBatch(int[] ids, string op) => op == "sum" ? ids.Sum() : ids.Length;
}

public sealed class AlertTasks(AlertStore alerts)
{
    [Task(IgnoreResult = true)]
    public void Notify(TaskFailure failure) => alerts.Failures.Enqueue(failure);
}

public sealed class AlertStore
{
    public ConcurrentQueue<TaskFailure> Failures { get; } = new();
}
