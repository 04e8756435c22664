using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Represents the loss when an object of a derived type is serialized as its base type.</summary>
/// <param name="derived">The static type of the object.</param>
/// <param name="declared">The base type as which the object is serialized.</param>
/// <param name="kind">The kind of the loss.</param>
/// <param name="members">The names of the lost members; empty if the object is refused.</param>
/// <param name="canBeListed">
/// <see langword="true"/> if nothing is lost when the base type lists the derived type; otherwise, <see langword="false"/>.
/// </param>
internal sealed class Slice(
    ITypeSymbol derived, INamedTypeSymbol declared, SliceKind kind, IReadOnlyList<string> members, bool canBeListed = true)
{
    /// <summary>Gets the static type of the object.</summary>
    public ITypeSymbol Derived => derived;

    /// <summary>Gets the base type as which the object is serialized.</summary>
    public INamedTypeSymbol Declared => declared;

    /// <summary>Gets the kind of the loss.</summary>
    public SliceKind Kind => kind;

    /// <summary>Gets the names of the lost members; empty if the object is refused.</summary>
    public IReadOnlyList<string> Members => members;

    /// <summary>Gets a value that indicates whether nothing is lost when the base type lists the derived type.</summary>
    public bool CanBeListed => canBeListed;
}
