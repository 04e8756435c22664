namespace TaskGen;

/// <summary>Reports the progress of the running task with a typed detail. A task receives it as a parameter.</summary>
/// <typeparam name="TDetail">The type of the detail. It must be a type that can be serialized in a payload.</typeparam>
/// <remarks>The rules of <see cref="ITaskProgress"/> apply. A report whose detail cannot be serialized is dropped.</remarks>
/// <example>
/// <code>
/// [Task]
/// public void ImportFiles(string[] files, ITaskProgress&lt;ImportDetail&gt; progress)
/// {
///     for (var index = 0; index &lt; files.Length; index++)
///     {
///         progress.Report(index, files.Length, "Importing", new ImportDetail(files[index]));
///         Import(files[index]);
///     }
/// }
/// </code>
/// </example>
public interface ITaskProgress<in TDetail> : ITaskProgress
{
    /// <summary>Reports how far the task is, with a detail. The report replaces the previous one.</summary>
    /// <param name="current">The amount of work that is done, in units that the task chooses.</param>
    /// <param name="total">The total amount of work; <see langword="null"/> if it is unknown.</param>
    /// <param name="status">A text that describes the current work; <see langword="null"/> if there is none.</param>
    /// <param name="detail">The detail. It is serialized when the report is sent, which can be later than this call.</param>
    void Report(long current, long? total, string? status, TDetail detail);
}
