namespace TaskGen.Generator.Model;

/// <summary>Represents a reference to a type in generated code: its name, and how its values are serialized.</summary>
/// <param name="Name">The fully qualified name, with the <c>?</c> of a nullable reference type.</param>
/// <param name="Kind">How values of the type are serialized.</param>
/// <param name="IsNullableReference">
/// <see langword="true"/> if the name ends with the <c>?</c> of a nullable reference type; otherwise, <see langword="false"/>.
/// </param>
/// <param name="Member">
/// The member of <c>PayloadValue</c> in the runtime that serializes a plain type or the underlying type of an enumeration.
/// </param>
/// <param name="Number">The underlying type of an enumeration.</param>
/// <param name="Elements">
/// The underlying type of a nullable value type, the element type of an array or collection, or the types of the elements of a tuple.
/// </param>
/// <param name="HasContent">
/// <see langword="true"/> if two different objects of the type are compared by their content; otherwise, <see langword="false"/>.
/// </param>
internal sealed record TypeRef(
    string Name,
    PayloadKind Kind,
    bool IsNullableReference = false,
    string? Member = null,
    string? Number = null,
    EquatableArray<TypeRef> Elements = default,
    bool HasContent = false)
{
    /// <summary>Gets the name without the <c>?</c> of a nullable reference type.</summary>
    public string NonNullName => IsNullableReference ? Name.Substring(0, Name.Length - 1) : Name;
}
