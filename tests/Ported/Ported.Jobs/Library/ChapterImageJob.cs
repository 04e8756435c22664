using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Library;

/// <summary>Makes images of chapters: implements an interface, one member explicitly.</summary>
/// <param name="journal">The record of the work.</param>
public sealed class ChapterImageJob(IJournal journal) : IScheduledJob
{
    /// <inheritdoc/>
    public string DisplayName => "Chapter images";

    /// <inheritdoc/>
    TimeSpan IScheduledJob.Interval => TimeSpan.FromHours(24);

    /// <inheritdoc/>
    [Task(Name = "chapters.images", Queue = "images", ExpiresSeconds = 86_400, ResultTtlSeconds = 60)]
    public Task ExecuteAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        journal.Add(DisplayName);
        return Task.CompletedTask;
    }
}
