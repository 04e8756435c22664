namespace TaskGen;

/// <summary>
/// Another wire name under which workers accept the task: the one it had before it was renamed, which tasks still waiting, and clients not
/// yet deployed, use. Repeatable. Dispatches use the task's own name.
/// </summary>
/// <remarks>
/// The first one listed also names the task's idempotency keys, so that old and new callers find each other's dispatches: list the oldest
/// name first, and add later ones behind it. Take an alias away when nothing is dispatched under it any more and the keys that it names
/// have ended.
/// </remarks>
/// <param name="name">
/// The old wire name: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, 1 to 200 characters. No other task may have it, as its name or as
/// an alias.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class TaskAliasAttribute(string name) : Attribute
{
    /// <summary>The old wire name.</summary>
    public string Name { get; } = name;
}
