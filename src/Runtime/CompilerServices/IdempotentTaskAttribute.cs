using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>
/// Says on a generated task type that its task is idempotent, so that a build finds arguments by which no two dispatches would ever be
/// equal.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdempotentTaskAttribute : Attribute;
