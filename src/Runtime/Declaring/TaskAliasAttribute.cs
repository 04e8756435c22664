namespace TaskGen;

/// <summary>Specifies an additional wire name under which workers accept a task, usually its name before it was renamed.</summary>
/// <remarks>
/// <para>
/// Tasks that are still waiting in a queue, and clients that have not been updated yet, use the old name. Updated clients always use the
/// current name. The attribute can be applied more than once.
/// </para>
/// <para>
/// The idempotency keys of the task are computed from the first alias, so that a dispatch under the new name joins an existing task that
/// was dispatched under the old name. List the oldest name first and add later names after it. Remove an alias when tasks are no longer
/// dispatched under it and the idempotency keys that were computed from it have expired.
/// </para>
/// </remarks>
/// <param name="name">
/// The old wire name: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>. No other task can use it as its wire name
/// or as an alias.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class TaskAliasAttribute(string name) : Attribute
{
    /// <summary>Gets the old wire name.</summary>
    public string Name { get; } = name;
}
