using Ported.Services;

namespace Ported.Jobs.Library;

/// <summary>Does the work of all refreshes; derived classes declare the tasks.</summary>
/// <param name="journal">The record of the work.</param>
public abstract class MetadataRefresh(IJournal journal)
{
    /// <summary>Gets the kind of the items.</summary>
    protected abstract string Kind { get; }

    /// <summary>Refreshes all items.</summary>
    /// <param name="force"><see langword="true"/> to refresh items that have not changed.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The number of items.</returns>
    public virtual Task<int> RefreshAsync(bool force, CancellationToken cancellationToken) => RefreshCoreAsync(force, cancellationToken);

    /// <summary>Refreshes all items.</summary>
    /// <param name="force"><see langword="true"/> to refresh items that have not changed.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The number of items.</returns>
    protected async Task<int> RefreshCoreAsync(bool force, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        journal.Add($"refreshed {Kind}");
        return force ? Kind.Length : 0;
    }
}
