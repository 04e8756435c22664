namespace TaskGen;

/// <summary>Reports the progress of a running task. A task method receives it as a parameter.</summary>
/// <remarks>
/// Reporting is fast, does not block, and does not throw an exception. If reports follow each other within
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
    /// <summary>Reports the current progress of the task. The report replaces the previous one.</summary>
    /// <param name="current">The amount of completed work, in a unit that the task defines.</param>
    /// <param name="total">The total amount of work; <see langword="null"/> if it is unknown.</param>
    /// <param name="status">A description of the current work; <see langword="null"/> if there is none.</param>
    void Report(long current, long? total = null, string? status = null);
}
