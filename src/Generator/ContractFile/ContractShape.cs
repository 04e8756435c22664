using TaskGen.Generator.Model;

namespace TaskGen.Generator.ContractFile;

/// <summary>What a value looks like on the wire. No name of a C# type is part of it, so renaming one changes nothing.</summary>
/// <param name="Kind">What kind of JSON it is.</param>
/// <param name="Name">
/// The word of a plain value, the underlying word of an enumeration, how far out an enclosing object is, or what is said of JSON that
/// nobody can look into.
/// </param>
/// <param name="Elements">The element of a list, key and value of a map, the elements of a tuple.</param>
/// <param name="Members">The members of an object.</param>
/// <param name="Constants">The members of an enumeration.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal sealed record ContractShape(
    ContractShapeKind Kind,
    string Name = "",
    EquatableArray<ContractShape> Elements = default,
    EquatableArray<ContractMember> Members = default,
    EquatableArray<ContractConstant> Constants = default,
    bool IsNullable = false)
{
    /// <summary>The underlying word of an enumeration that travels by the names of its members.</summary>
    public const string Text = "string";
}
