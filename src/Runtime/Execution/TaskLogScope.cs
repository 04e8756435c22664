using System.Collections;

namespace TaskGen.Execution;

/// <summary>
/// Represents the log scope of an execution. It contains the id, the name, and the attempt number of the task, but not its arguments.
/// </summary>
internal sealed class TaskLogScope(TaskId id, string name, int attempt) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 3;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("TaskId", id.ToString()),
        1 => new("TaskName", name),
        2 => new("TaskAttempt", attempt),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"task {name} ({id}), attempt {attempt}";
}
