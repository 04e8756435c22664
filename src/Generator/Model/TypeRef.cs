namespace TaskGen.Generator.Model;

/// <summary>The name of a type in generated code, and how its values are serialized.</summary>
/// <param name="Name">The fully qualified name, with the annotation of a nullable reference.</param>
/// <param name="Kind">How values of the type are serialized.</param>
/// <param name="IsNullableReference">Whether the name ends with the <c>?</c> of a nullable reference type.</param>
/// <param name="Member">The member of the runtime's <c>PayloadValue</c> that writes a plain type or the number of an enumeration.</param>
/// <param name="Number">The underlying type of an enumeration.</param>
/// <param name="Elements">
/// The type of the value of a nullable, of the elements of an array or collection, or of each element of a tuple.
/// </param>
/// <param name="HasContent">Whether two different objects of the type are compared by their content.</param>
internal sealed record TypeRef(
    string Name,
    PayloadKind Kind,
    bool IsNullableReference = false,
    string? Member = null,
    string? Number = null,
    EquatableArray<TypeRef> Elements = default,
    bool HasContent = false)
{
    /// <summary>Gets the name without the annotation of a nullable reference.</summary>
    public string NonNullName => IsNullableReference ? Name.Substring(0, Name.Length - 1) : Name;
}
