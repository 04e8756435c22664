namespace TaskGen;

/// <summary>
/// Renames what is generated for a class of tasks: the property on <see cref="ITaskClient"/> and the prefix of the client type.
/// </summary>
/// <param name="name">A C# identifier.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskGroupAttribute(string name) : Attribute
{
    /// <summary>The name to use instead of the class's own.</summary>
    public string Name { get; } = name;
}
