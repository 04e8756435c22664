using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Shop;

/// <summary>Exports data: tasks that a canvas combines.</summary>
/// <param name="journal">The record of the work.</param>
public sealed class ExportTasks(IJournal journal)
{
    /// <summary>Collects rows.</summary>
    /// <param name="ids">The ids.</param>
    /// <returns>The number of rows.</returns>
    [Task(Name = "exports.collect", Queue = "exports")]
    public static int Collect(int[] ids) => ids.Length;

    /// <summary>Adds numbers of rows.</summary>
    /// <param name="counts">The numbers.</param>
    /// <param name="title">The title.</param>
    /// <returns>The heading of the file.</returns>
    [Task(Name = "exports.combine", Queue = "exports")]
    public static string Combine(IReadOnlyList<int> counts, string title) => $"{title}: {counts.Sum()}";

    /// <summary>Writes a file.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="pages">The numbers of pages.</param>
    /// <returns>The content.</returns>
    [Task(Name = "exports.write", Queue = "exports")]
    public string Write(string heading, int pages = 1)
    {
        journal.Add($"wrote {heading}");
        return $"{heading} ({pages})";
    }

    /// <summary>Fails.</summary>
    /// <param name="heading">The heading.</param>
    /// <returns>No value.</returns>
    [Task(Name = "exports.upload", Queue = "exports")]
    public static Task<string> Upload(string heading) => throw new TaskRejectedException($"The server refused '{heading}'.");

    /// <summary>Reports a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="channel">The channel.</param>
    [Task(Name = "exports.alert", IgnoreResult = true)]
    public void Alert(TaskFailure failure, string channel) => journal.Add($"{channel}: {failure.TaskName} failed");
}
