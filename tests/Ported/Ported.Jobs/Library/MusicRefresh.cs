using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Library;

/// <summary>Refreshes music: a method of the derived class calls the protected one.</summary>
/// <param name="journal">The record of the work.</param>
public sealed class MusicRefresh(IJournal journal) : MetadataRefresh(journal)
{
    /// <inheritdoc/>
    protected override string Kind => "music";

    /// <summary>Refreshes all music.</summary>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The number of items.</returns>
    [Task(Name = "metadata.refresh_music", Queue = "library")]
    public Task<int> RefreshMusic(CancellationToken cancellationToken) => RefreshCoreAsync(force: true, cancellationToken);
}
