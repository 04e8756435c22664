namespace TaskGen;

/// <summary>
/// Specifies the name that generated code uses for a class that contains tasks. It is the name of the property on <see cref="ITaskClient"/>
/// and the prefix of the client type.
/// </summary>
/// <remarks><c>[TaskGroup("Shop")]</c> generates the client <c>ShopClient</c> and the property <c>Shop</c>.</remarks>
/// <param name="name">The name, which must be a valid C# identifier.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskGroupAttribute(string name) : Attribute
{
    /// <summary>Gets the name that is used instead of the class name.</summary>
    public string Name { get; } = name;
}
