using Ported.Contracts;
using Ported.Jobs.Library;
using TaskGen;

namespace Ported.App.Checks;

internal sealed class LibraryChecks(Check check, ITaskClient tasks, LibraryTasksClient library) : ICheckGroup
{
    private static readonly Guid Item = Guid.Parse("0b9c6ad1-1c5b-4f0f-9f3a-3f0c7e1f2a11");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Check.ReturnsAsync(
            new ScanSummary(2, 1, ["/films", "/films/short"]),
            await library.Scan.DelayAsync(new ScanOptions(Deep: true, Filter: "films"), cancellationToken));
        await Check.ReturnsAsync(4, await library.ScanFolders.DelayAsync(["/a", "/b"], deep: true, cancellationToken));
        await (await library.ScanOne.DelayAsync(7, cancellationToken)).GetAsync(cancellationToken);
        await Check.ReturnsAsync(3, await library.CleanCache.DelayAsync(TimeSpan.FromDays(3), cancellationToken));
        await Check.ReturnsAsync(
            new Uri($"https://images.example/{Item:N}/320.WebP"),
            await library.MakeThumbnail.DelayAsync(Item, cancellationToken: cancellationToken));
        await CheckSeekImagesAsync(cancellationToken);

        await check.WritesAsync(
            "stopped at 00:01:00 after 2 chapters",
            await tasks.PlaybackTasks.Report.DelayAsync(
                new PlaybackReport { ItemId = Item, Position = TimeSpan.FromMinutes(1), Chapters = { "one", "two" } },
                cancellationToken));
        await Check.ReturnsAsync(
            [(TimeSpan.Zero, "Start"), (TimeSpan.FromMinutes(30), null)],
            await tasks.ChapterTasks.Find.DelayAsync(TimeSpan.FromHours(1), 2, ["Start"], cancellationToken));
        await check.WritesAsync("Chapter images", await tasks.ChapterImageJob.Execute.DelayAsync(cancellationToken));
        await Check.ReturnsAsync(6, await tasks.MovieRefresh.Refresh.DelayAsync(true, cancellationToken));
        await check.WritesAsync("refreshed music", await tasks.MusicRefresh.RefreshMusic.DelayAsync(cancellationToken));
        await CheckSubtitlesAsync(cancellationToken);
    }

    private async Task CheckSeekImagesAsync(CancellationToken cancellationToken)
    {
        var handle = await library.MakeSeekImages.DelayAsync([Item, Guid.Empty], cancellationToken);
        var last = default(FrameProgress);
        await foreach (var progress in handle.ProgressAsync(cancellationToken))
        {
            last = progress.Detail;
        }

        if (last != new FrameProgress(Guid.Empty, 1))
        {
            throw new CheckFailedException($"The last progress is {last}.");
        }
    }

    private async Task CheckSubtitlesAsync(CancellationToken cancellationToken)
    {
        var subtitles = tasks.SubtitleTasks;
        await Check.ReturnsAsync(null, await subtitles.Fetch.DelayAsync(Item, "missing", cancellationToken));
        await Check.ReturnsAsync(
            new Subtitle(
                "flaky",
                new Uri($"https://subtitles.example/{Item:N}/flaky"),
                [new SubtitleCue(TimeSpan.Zero, TimeSpan.FromSeconds(2), "Hello")]),
            await subtitles.Fetch.DelayAsync(Item, "flaky", cancellationToken));
        await Check.ReturnsAsync(
            new Dictionary<string, int?> { ["de"] = 3 },
            await subtitles.Count.DelayAsync(["de"], new Dictionary<string, int> { ["de"] = 3 }, cancellationToken));
        await Check.ReturnsAsync(
            new SubtitleCue(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4), "Hi"),
            await subtitles.Shift.DelayAsync(
                new SubtitleCue(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), "Hi"), TimeSpan.FromSeconds(2), cancellationToken));
    }
}
