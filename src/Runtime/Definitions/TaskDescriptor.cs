namespace TaskGen;

/// <summary>Describes a registered task to callers that do not know its types at compile time.</summary>
/// <param name="Name">The wire name of the task.</param>
/// <param name="Queue">The queue to which the task is dispatched, unless the options of a dispatch specify a different queue.</param>
/// <param name="Parameters">The payload parameters of the task, in order.</param>
public sealed record TaskDescriptor(string Name, string Queue, IReadOnlyList<TaskParameterDescriptor> Parameters)
{
    /// <summary>
    /// Gets the former wire names of the task, under which workers still accept it. See <see cref="TaskAliasAttribute"/>.
    /// </summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
