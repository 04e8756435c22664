namespace TaskGen;

/// <summary>
/// Another wire name under which workers accept the task: the one it had before it was renamed, which tasks still waiting, and clients not yet
/// deployed, use. Repeatable. Dispatches use the task's own name.
/// </summary>
/// <param name="name">The old wire name: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, 1 to 200 characters.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class TaskAliasAttribute(string name) : Attribute
{
    /// <summary>The old wire name.</summary>
    public string Name { get; } = name;
}
