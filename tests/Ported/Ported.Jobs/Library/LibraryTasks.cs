using Microsoft.Extensions.Logging;
using Ported.Contracts;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Library;

/// <summary>Maintains the library: a class in two files, with overloads, and with a generated method of another generator.</summary>
/// <param name="store">The files.</param>
/// <param name="logger">The log.</param>
public sealed partial class LibraryTasks(ILibraryStore store, ILogger<LibraryTasks> logger)
{
    /// <summary>Scans the whole library.</summary>
    /// <param name="options">The options.</param>
    /// <param name="progress">The progress, per folder.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The changes.</returns>
    [Task(Name = "library.scan", Queue = "library", Retry = 2, SoftTimeLimitSeconds = 3600)]
    public async Task<ScanSummary> Scan(ScanOptions options, ITaskProgress progress, CancellationToken cancellationToken)
    {
        var folders = new List<string>();
        await foreach (var folder in store.ListFoldersAsync(cancellationToken))
        {
            if (options.Filter is null || folder.Contains(options.Filter, StringComparison.Ordinal))
            {
                folders.Add(folder);
                progress.Report(folders.Count, options.MaxDepth, folder);
            }
        }

        LogScanned(folders.Count);
        return new ScanSummary(folders.Count, options.Deep ? 1 : 0, folders);
    }

    /// <summary>Scans some folders.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="deep"><see langword="true"/> to also read the files.</param>
    /// <returns>The number of folders.</returns>
    [Task(Name = "library.scan_folders", Queue = "library")]
    public int Scan(IReadOnlyList<string> folders, bool deep = false)
    {
        LogScanned(folders.Count);
        return deep ? folders.Count * 2 : folders.Count;
    }

    /// <summary>Scans one folder.</summary>
    /// <param name="folderId">The id of the folder.</param>
    [Task(Name = "library.scan_one", Queue = "library", Priority = TaskPriority.High)]
    public void Scan(int folderId) => LogScanned(folderId);

    [LoggerMessage(LogLevel.Debug, "Scanned {Count} folders")]
    private partial void LogScanned(int count);
}
