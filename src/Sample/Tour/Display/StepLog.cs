using System.Collections.Immutable;

namespace TaskGen.Sample;

/// <summary>Collects the output of one step. Entries can be read while the step adds more entries.</summary>
/// <param name="title">The title of the step.</param>
/// <param name="shows">The description of the step, in one line.</param>
/// <param name="code">The lines of C# that are shown with the step; empty if there are none.</param>
internal sealed class StepLog(string title, string shows, IReadOnlyList<string> code)
{
    private ImmutableList<StepEntry> _entries = [];

    public string Title => title;

    public string Shows => shows;

    public IReadOnlyList<string> Code => code;

    public IReadOnlyList<StepEntry> Entries => Volatile.Read(ref _entries);

    /// <summary>Gets the number of checks that passed.</summary>
    public int Checks => Entries.Count(static entry => entry is TextEntry { Kind: EntryKind.Passed });

    /// <summary>Gets or initializes the delegate that is called for each entry that the step adds.</summary>
    public Action<StepEntry>? Added { get; init; }

    /// <summary>Gets or initializes the delegate that is called for each progress report of a task that the step follows.</summary>
    public Action<TaskBar>? Reported { get; init; }

    public void Add(StepEntry entry)
    {
        ImmutableInterlocked.Update(ref _entries, static (entries, added) => entries.Add(added), entry);
        Added?.Invoke(entry);
    }
}
