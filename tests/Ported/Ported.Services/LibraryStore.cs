using System.Runtime.CompilerServices;

namespace Ported.Services;

public sealed class LibraryStore : ILibraryStore
{
    private static readonly string[] Folders = ["/films", "/films/short", "/music"];

    public async IAsyncEnumerable<string> ListFoldersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var folder in Folders)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return folder;
        }
    }

    public Task<int> DeleteOldFilesAsync(TimeSpan age, CancellationToken cancellationToken) =>
        Task.FromResult(cancellationToken.IsCancellationRequested ? 0 : age.Days);
}
