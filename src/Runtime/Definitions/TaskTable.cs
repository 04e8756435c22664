using System.Diagnostics.CodeAnalysis;

namespace TaskGen.Definitions;

/// <summary>
/// Maps wire names and aliases to the generated code of tasks. A worker runs a task only if this table contains the task's name.
/// </summary>
internal sealed class TaskTable
{
    private readonly List<TaskEntry> _entries = [];
    private readonly Dictionary<string, TaskEntry> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskEntry>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TaskTable() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public IEnumerable<TaskEntry> Entries => _entries;

    /// <exception cref="InvalidOperationException">
    /// Another task already has the name or one of the aliases. The new task is not added.
    /// </exception>
    public void Add(TaskEntry entry)
    {
        string[] names = [entry.Name, .. entry.Aliases];
        foreach (var name in names)
        {
            if (_names.TryGetValue(name, out var other))
            {
                throw new InvalidOperationException(DescribeClash(name, other, entry));
            }
        }

        _entries.Add(entry);
        foreach (var name in names)
        {
            _names.Add(name, entry);
        }
    }

    public bool TryFind(ReadOnlySpan<char> name, [NotNullWhen(true)] out TaskEntry? entry) =>
        _lookup.TryGetValue(name, out entry);

    private static string DescribeClash(string name, TaskEntry first, TaskEntry second) => name == first.Name && name == second.Name
        ? $"Two tasks have the wire name '{name}': {first.Declaration} and {second.Declaration}. "
            + "Give one of them a different name with [Task(Name = \"...\")]."
        : $"Two tasks use the name '{name}': it is {Role(name, first)} and {Role(name, second)}. A name must identify one task. "
            + "Remove the alias from one of them.";

    private static string Role(string name, TaskEntry entry) =>
        $"{(name == entry.Name ? "the wire name" : "an alias")} of {entry.Declaration}";
}
