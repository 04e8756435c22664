using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>
/// Declares the wire name or alias of a task in an assembly, so that analyzers can report a name that a referenced assembly already uses.
/// The attribute is applied to a generated class.
/// </summary>
/// <param name="name">The wire name of the task, or an alias.</param>
/// <param name="declaration">The method that declares the task, for messages.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskDeclarationAttribute(string name, string declaration) : Attribute
{
    /// <summary>Gets the wire name of the task, or an alias.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the method that declares the task, for messages.</summary>
    public string Declaration { get; } = declaration;

    /// <summary>Gets a value that indicates whether the name is an alias, which is a former name of the task.</summary>
    public bool IsAlias { get; init; }
}
