using TaskGen;

namespace Pattern.Tests;

/// <summary>The tasks of the canvases in <c>docs/patterns/15-canvas.md</c>.</summary>
/// <param name="probe">Told of each start, and what some wait for.</param>
public sealed class PictureTasks(Probe probe)
{
    private const string Broken = "broken";

    [Task(Name = "patterns.fetch")]
    public Picture Fetch(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        probe.Mark(url);
        return url.StartsWith(Broken, StringComparison.Ordinal)
            ? throw new TaskRejectedException($"There is no picture at {url}.")
            : new Picture(url);
    }

    [Task(Name = "patterns.fetch_slowly")]
    public async Task<Picture> FetchSlowly(string url, CancellationToken cancellationToken)
    {
        probe.Mark(url);
        try
        {
            await probe.PassAsync(url, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            probe.Mark("stopped");
            throw;
        }

        return new Picture(url);
    }

    [Task(Name = "patterns.resize", Queue = "io_intensive")]
    public static Thumb Resize(Picture picture, int width) => new(picture?.Url ?? "", width);

    [Task(Name = "patterns.assemble")]
    public Album Assemble(IReadOnlyList<Thumb> thumbs, string title)
    {
        probe.Mark(title);
        return new Album(title, [.. thumbs.Select(static thumb => $"{thumb.Url} {thumb.Width}")]);
    }

    [Task(Name = "patterns.join")]
    public static string Join(IReadOnlyList<Album> albums) =>
        string.Join(" | ", albums.Select(static album => $"{album.Title}: {string.Join(", ", album.Urls)}"));

    [Task(Name = "patterns.sum_all", Queue = "cpu_intensive")]
    public static int SumAll(int[] ids, int factor) => ids.Sum() * factor;

    [Task(Name = "patterns.clear")]
    public void Clear(string name) => probe.Mark(name);

    [Task(Name = "patterns.alert", IgnoreResult = true)]
    public void Alert(TaskFailure failure, string who)
    {
        ArgumentNullException.ThrowIfNull(failure);
        probe.Mark($"{who} hears of {failure.TaskName}: {failure.Message}");
    }
}
