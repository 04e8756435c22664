namespace TaskGen;

/// <summary>Wire name to generated code: the only way from data to what runs.</summary>
internal sealed class TaskTable
{
    private readonly Dictionary<string, TaskEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskEntry>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TaskTable() => _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();

    public IEnumerable<TaskEntry> Entries => _entries.Values;

    public void Add(TaskEntry entry)
    {
        if (!_entries.TryAdd(entry.Name, entry))
        {
            throw new InvalidOperationException(
                $"Two tasks have the wire name '{entry.Name}': {_entries[entry.Name].Declaration} and {entry.Declaration}. Give one of them another one with [Task(Name = \"...\")].");
        }
    }

    public bool TryFind(ReadOnlySpan<char> name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TaskEntry? entry) =>
        _lookup.TryGetValue(name, out entry);
}
