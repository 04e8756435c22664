namespace TaskGen.Sample;

/// <summary>Where finished reports are kept, two files each: a page, and the plot that it shows.</summary>
/// <param name="path">The folder; made where it is missing.</param>
public sealed class ReportFolder(string path)
{
    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Names the plot of a task's report.</summary>
    /// <param name="kind">The kind of report.</param>
    /// <param name="taskId">The task. The names are made from its id, so a repeat replaces its own files.</param>
    /// <returns>The name of the file, without its folder.</returns>
    public static string PlotName(ReportKind kind, TaskId taskId) => $"{Name(kind, taskId)}.png";

    /// <summary>Writes a report, the page last: where there is a page, its plot is there too.</summary>
    /// <param name="kind">The kind of report.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="page">The page, HTML.</param>
    /// <param name="plot">The plot, PNG.</param>
    /// <param name="cancellationToken">Ends the call; a file that is not finished is not there.</param>
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
