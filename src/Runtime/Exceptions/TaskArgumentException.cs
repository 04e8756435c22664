using TaskGen.Primitives;

namespace TaskGen;

/// <summary>The exception that is thrown when the arguments of a task are not valid.</summary>
/// <remarks>
/// If a dispatch throws this exception, no task was enqueued. Correct the arguments listed in <see cref="Errors"/>. If a worker cannot read
/// the arguments of a task, the task becomes a dead letter without a retry. The messages contain parameter names, but no values.
/// </remarks>
public sealed class TaskArgumentException : TaskGenException
{
    /// <summary>Initializes a new instance of the <see cref="TaskArgumentException"/> class.</summary>
    /// <param name="taskName">The wire name of the task; <see langword="null"/> if it is not known.</param>
    /// <param name="errors">The problems, with one phrase per problem.</param>
    /// <param name="innerException">The exception that caused the problem; <see langword="null"/> if there is none.</param>
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

    /// <summary>Gets the wire name of the task; <see langword="null"/> if it is not known.</summary>
    public string? TaskName { get; }

    /// <summary>Gets the problems, with one phrase per problem.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Creates the exception for an unknown task name. Its message does not mention arguments.</summary>
    internal static TaskArgumentException UnknownTask(string name, IReadOnlyList<string> errors) =>
        new(name, errors, ToSentence($"Task '{WireNames.Show(name)}' cannot be dispatched: {string.Join("; ", errors)}"));

    private static string Describe(string? taskName, IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var which = taskName is null ? "the task" : $"task '{taskName}'";
        return ToSentence($"The arguments of {which} are not valid: {string.Join("; ", errors)}");
    }
}
