namespace TaskGen.Sample;

/// <summary>Stores finished reports, each as two files: an HTML page and the plot that the page shows.</summary>
/// <param name="path">The path of the folder, which is created if it does not exist.</param>
public sealed class ReportFolder(string path)
{
    /// <summary>Gets the path of the folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Returns the file name of a report's plot.</summary>
    /// <param name="kind">The kind of report.</param>
    /// <param name="taskId">The id of the task. File names contain it, so another attempt replaces the files of the previous one.</param>
    /// <returns>The file name, without the folder.</returns>
    public static string PlotName(ReportKind kind, TaskId taskId) => $"{Name(kind, taskId)}.png";

    /// <summary>Writes a report. The page is written last, so a page never exists without its plot.</summary>
    /// <param name="kind">The kind of report.</param>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="page">The page, as HTML.</param>
    /// <param name="plot">The plot, as a PNG image.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling the call leaves no incomplete file.
    /// </param>
    /// <returns>The path of the page.</returns>
    public async Task<string> SaveAsync(
        ReportKind kind, TaskId taskId, string page, ReadOnlyMemory<byte> plot, CancellationToken cancellationToken)
    {
        var pagePath = System.IO.Path.Combine(Path, $"{Name(kind, taskId)}.html");
        await AtomicFile.WriteAsync(
            System.IO.Path.Combine(Path, PlotName(kind, taskId)), stream => stream.WriteAsync(plot, cancellationToken).AsTask());
        await AtomicFile.WriteAsync(
            pagePath, stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(page), cancellationToken).AsTask());
        return pagePath;
    }

    private static string Name(ReportKind kind, TaskId taskId) => $"{kind.Name}-{taskId.Value:N}";
}
