namespace TaskGen;

/// <summary>Reports the progress of the running task. A task receives it as a parameter.</summary>
/// <remarks>
/// Reporting is fast, does not block and does not throw. If reports follow each other within
/// <see cref="TaskAttribute.ProgressIntervalSeconds"/>, only the latest of them is sent. The last report is always sent. A report that
/// exceeds <see cref="TaskGenOptions.MaxProgressBytes"/> is dropped, and the worker logs a warning.
/// </remarks>
/// <example>
/// <code>
/// [Task]
/// public void ImportFiles(string[] files, ITaskProgress progress)
/// {
///     for (var index = 0; index &lt; files.Length; index++)
///     {
///         progress.Report(index, files.Length, $"Importing {files[index]}");
///         Import(files[index]);
///     }
/// }
/// </code>
/// </example>
public interface ITaskProgress
{
    /// <summary>Reports how far the task is. The report replaces the previous one.</summary>
    /// <param name="current">The amount of work that is done, in units that the task chooses.</param>
    /// <param name="total">The total amount of work; <see langword="null"/> if it is unknown.</param>
    /// <param name="status">A text that describes the current work; <see langword="null"/> if there is none.</param>
    void Report(long current, long? total = null, string? status = null);
}
