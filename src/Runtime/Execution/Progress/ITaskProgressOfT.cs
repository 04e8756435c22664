namespace TaskGen;

/// <summary>Reports the progress of a running task with a typed detail value. A task method receives it as a parameter.</summary>
/// <typeparam name="TDetail">
/// The type of the detail value. Values of the type must be serializable, like the parameters of a task.
/// </typeparam>
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
    /// <summary>Reports the current progress of the task, with a detail value. The report replaces the previous one.</summary>
    /// <param name="current">The amount of completed work, in a unit that the task defines.</param>
    /// <param name="total">The total amount of work; <see langword="null"/> if it is unknown.</param>
    /// <param name="status">A description of the current work; <see langword="null"/> if there is none.</param>
    /// <param name="detail">The detail value. It is serialized when the report is sent, which can be after this call has returned.</param>
    void Report(long current, long? total, string? status, TDetail detail);
}
