using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>
/// Marks the generated type of a task with <see cref="TaskAttribute.IgnoreResult"/>, so that analyzers can report calls that read the state
/// or the result of such a task, which are not stored.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IgnoredResultAttribute : Attribute;
