using System.ComponentModel;

namespace TaskGen.CompilerServices;

/// <summary>Says on a generated module which task it holds, so that a build finds a name that is taken in a referenced assembly.</summary>
/// <param name="name">The name on the wire, or an alias.</param>
/// <param name="declaration">The method that declares it, for messages.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskDeclarationAttribute(string name, string declaration) : Attribute
{
    /// <summary>The name on the wire, or an alias.</summary>
    public string Name { get; } = name;

    /// <summary>The method that declares it.</summary>
    public string Declaration { get; } = declaration;

    /// <summary>Whether the name is an alias: one that the task had before.</summary>
    public bool IsAlias { get; init; }
}
