using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Library;

/// <summary>Refreshes films: an override carries the attribute.</summary>
/// <param name="journal">The record of the work.</param>
public sealed class MovieRefresh(IJournal journal) : MetadataRefresh(journal)
{
    /// <inheritdoc/>
    protected override string Kind => "movies";

    /// <inheritdoc/>
    [Task(Name = "metadata.refresh_movies", Queue = "library", Idempotent = true)]
    public override Task<int> RefreshAsync(bool force, CancellationToken cancellationToken) => base.RefreshAsync(force, cancellationToken);
}
