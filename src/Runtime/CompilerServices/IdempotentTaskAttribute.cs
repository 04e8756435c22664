using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>
/// Marks the generated type of an idempotent task, so that analyzers can report arguments that are different in each dispatch and therefore
/// never match an existing task.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdempotentTaskAttribute : Attribute;
