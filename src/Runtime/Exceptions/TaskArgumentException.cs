using TaskGen.Primitives;

namespace TaskGen;

/// <summary>The arguments of a task do not fit: at dispatch nothing was enqueued; on a worker the task goes to the dead letters.</summary>
/// <remarks>Messages name the parameter and what is wrong, never the value.</remarks>
public sealed class TaskArgumentException : TaskGenException
{
    /// <summary>Makes one.</summary>
    /// <param name="taskName">The task, where it is known.</param>
    /// <param name="errors">What is wrong, one line each.</param>
    /// <param name="innerException">What caused it.</param>
    public TaskArgumentException(string? taskName, IReadOnlyList<string> errors, Exception? innerException = null)
        : base(Describe(taskName, errors), innerException)
    {
        TaskName = taskName;
        Errors = errors;
    }

    private TaskArgumentException(string taskName, IReadOnlyList<string> errors, string message)
        : base(message)
    {
        TaskName = taskName;
        Errors = errors;
    }

    /// <summary>The task, where it is known.</summary>
    public string? TaskName { get; }

    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>There is no task of this name, so the message does not speak of its arguments.</summary>
    internal static TaskArgumentException UnknownTask(string name, IReadOnlyList<string> errors) =>
        new(name, errors, $"Task '{WireNames.Show(name)}' cannot be dispatched: {string.Join("; ", errors)}");

    private static string Describe(string? taskName, IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var which = taskName is null ? "the task" : $"task '{taskName}'";
        return $"The arguments of {which} do not fit: {string.Join("; ", errors)}";
    }
}
