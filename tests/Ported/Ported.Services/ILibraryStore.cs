namespace Ported.Services;

public interface ILibraryStore
{
    IAsyncEnumerable<string> ListFoldersAsync(CancellationToken cancellationToken);

    Task<int> DeleteOldFilesAsync(TimeSpan age, CancellationToken cancellationToken);
}
