namespace TaskGen;

/// <summary>What can be known of a registered task without its types.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Queue">The queue it goes to unless a dispatch says otherwise.</param>
/// <param name="Parameters">Its payload parameters, in order.</param>
public sealed record TaskDescriptor(string Name, string Queue, IReadOnlyList<TaskParameterDescriptor> Parameters)
{
    /// <summary>The names it had before, which are still accepted; see <see cref="TaskAliasAttribute"/>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
