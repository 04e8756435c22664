using TaskGen.Generator.Model;

namespace TaskGen.Generator.ContractFile;

/// <summary>
/// Represents the structure of a JSON value. It contains no names of C# types, so that renaming a type does not change it. The only
/// exception is a type whose JSON cannot be analyzed.
/// </summary>
/// <param name="Kind">The kind of the JSON value.</param>
/// <param name="Name">
/// For a simple type or the underlying type of an enumeration: its keyword. For a reference to an enclosing object: the number of the
/// object, counted from the inside. For a type whose JSON cannot be analyzed: its name, which is empty if any JSON is accepted.
/// </param>
/// <param name="Elements">The shapes of the elements of a list, of the keys and values of a map, or of each element of a tuple.</param>
/// <param name="Members">The members of an object.</param>
/// <param name="Constants">The members of an enumeration.</param>
/// <param name="IsNullable"><see langword="true"/> if the value can be null; otherwise, <see langword="false"/>.</param>
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
