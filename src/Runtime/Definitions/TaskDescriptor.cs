namespace TaskGen;

/// <summary>Describes a registered task to callers that do not have its types.</summary>
/// <param name="Name">The wire name of the task.</param>
/// <param name="Queue">The queue to which the task is dispatched, unless the options of a dispatch specify another one.</param>
/// <param name="Parameters">The payload parameters of the task, in order.</param>
public sealed record TaskDescriptor(string Name, string Queue, IReadOnlyList<TaskParameterDescriptor> Parameters)
{
    /// <summary>Gets the former names of the task, under which it is still accepted. See <see cref="TaskAliasAttribute"/>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
