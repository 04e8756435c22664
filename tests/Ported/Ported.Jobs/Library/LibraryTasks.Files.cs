using Ported.Contracts;
using TaskGen;

namespace Ported.Jobs.Library;

public sealed partial class LibraryTasks
{
    /// <summary>Deletes old files of the cache.</summary>
    /// <param name="olderThan">The minimum age.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The number of deleted files.</returns>
    [Task(Name = "library.clean_cache", Queue = "maintenance", Idempotent = true, IdempotencyTtlSeconds = 600)]
    public Task<int> CleanCacheAsync(TimeSpan olderThan, CancellationToken cancellationToken) =>
        store.DeleteOldFilesAsync(olderThan, cancellationToken);

    /// <summary>Makes a small image.</summary>
    /// <param name="itemId">The id of the item.</param>
    /// <param name="width">The width, in pixels.</param>
    /// <param name="format">The format.</param>
    /// <returns>The address of the image.</returns>
    [Task(Name = "library.thumbnail", Queue = "images", TimeLimitSeconds = 60)]
    public ValueTask<Uri> MakeThumbnail(Guid itemId, int width = 320, ImageFormat format = ImageFormat.WebP)
    {
        LogScanned(width);
        return ValueTask.FromResult(new Uri($"https://images.example/{itemId:N}/{width}.{format}"));
    }

    /// <summary>Makes the images of the seek bar.</summary>
    /// <param name="itemIds">The ids of the items.</param>
    /// <param name="progress">The progress, with the item.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The task.</returns>
    [Task(Name = "library.seek_images", Queue = "images", ProgressIntervalSeconds = 0)]
    public static async ValueTask MakeSeekImages(
        Guid[] itemIds, ITaskProgress<FrameProgress> progress, CancellationToken cancellationToken)
    {
        for (var index = 0; index < itemIds.Length; index++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report(index + 1, itemIds.Length, null, new FrameProgress(itemIds[index], 1.0 * (index + 1) / itemIds.Length));
        }
    }
}
