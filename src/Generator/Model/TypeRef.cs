namespace TaskGen.Generator.Model;

/// <summary>A type as generated code names it, and how its values travel.</summary>
/// <param name="Name">The full name, with the annotation of a nullable reference.</param>
/// <param name="Kind">How it travels.</param>
/// <param name="IsNullableReference">Whether the name ends in the <c>?</c> of a reference type.</param>
/// <param name="Member">The member of the runtime's <c>PayloadValue</c> that writes a plain type or the number of an enumeration.</param>
/// <param name="Number">The underlying type of an enumeration.</param>
/// <param name="Elements">The value of a nullable, the element of an array or collection, the elements of a tuple.</param>
/// <param name="HasContent">Whether two values may be equal by what they contain though they are different objects.</param>
internal sealed record TypeRef(
    string Name,
    PayloadKind Kind,
    bool IsNullableReference = false,
    string? Member = null,
    string? Number = null,
    EquatableArray<TypeRef> Elements = default,
    bool HasContent = false)
{
    /// <summary>The name without the annotation.</summary>
    public string NonNullName => IsNullableReference ? Name.Substring(0, Name.Length - 1) : Name;
}
