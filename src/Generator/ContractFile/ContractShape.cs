using TaskGen.Generator.Model;

namespace TaskGen.Generator.ContractFile;

/// <summary>
/// The shape of a value in JSON. It contains no names of C# types, so that a renamed type does not change it. Only the type of a value
/// whose JSON cannot be analyzed is named.
/// </summary>
/// <param name="Kind">The kind of the JSON value.</param>
/// <param name="Name">
/// The keyword of a plain value or of the underlying type of an enumeration; the number of an enclosing object, counted from the inside; or
/// the name of the type whose JSON cannot be analyzed, which is empty for any JSON.
/// </param>
/// <param name="Elements">The shape of the elements of a list, of the keys and the values of a map, or of each element of a tuple.</param>
/// <param name="Members">The members of an object.</param>
/// <param name="Constants">The members of an enumeration.</param>
/// <param name="IsNullable">Whether the value may be null.</param>
internal sealed record ContractShape(
    ContractShapeKind Kind,
    string Name = "",
    EquatableArray<ContractShape> Elements = default,
    EquatableArray<ContractMember> Members = default,
    EquatableArray<ContractConstant> Constants = default,
    bool IsNullable = false)
{
    /// <summary>The keyword of an enumeration that is serialized by the names of its members.</summary>
    public const string Text = "string";
}
