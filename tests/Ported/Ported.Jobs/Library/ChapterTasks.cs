using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Library;

/// <summary>Finds chapters: a record with tasks.</summary>
/// <param name="Journal">The record of the work.</param>
public sealed record ChapterTasks(IJournal Journal)
{
    /// <summary>Divides a film.</summary>
    /// <param name="length">The length of the film.</param>
    /// <param name="count">The number of chapters.</param>
    /// <param name="names">The names of the first chapters.</param>
    /// <returns>The start of each chapter with its name.</returns>
    [Task(Name = "chapters.find")]
    public IReadOnlyList<(TimeSpan Start, string? Name)> Find(TimeSpan length, int count = 4, params string[] names)
    {
        Journal.Add($"found {count} chapters");
        return [.. Enumerable.Range(0, count).Select(index => (length / count * index, names.ElementAtOrDefault(index)))];
    }
}
