namespace TaskGen;

/// <summary>Specifies an additional wire name under which workers accept a task, usually its name before it was renamed.</summary>
/// <remarks>
/// <para>
/// Tasks that still wait in a queue, and clients that are not yet deployed, use the old name. New dispatches always use the current name.
/// The attribute can be applied several times.
/// </para>
/// <para>
/// The idempotency keys of the task are computed from the first alias, so that dispatches under the old and the new name join each other.
/// List the oldest name first and add later names after it. Remove an alias when no task is dispatched under it any more and the
/// idempotency keys that were computed from it have expired.
/// </para>
/// </remarks>
/// <param name="name">
/// The old wire name: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c> and <c>-</c>. No other task can have it as its name or as
/// an alias.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class TaskAliasAttribute(string name) : Attribute
{
    /// <summary>Gets the old wire name.</summary>
    public string Name { get; } = name;
}
