using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>
/// Marks a generated task type whose task is idempotent, so that analyzers can report arguments that never equal those of another dispatch.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdempotentTaskAttribute : Attribute;
