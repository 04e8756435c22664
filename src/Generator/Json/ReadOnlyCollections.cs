using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>
/// Finds the collections without a setter that are nevertheless read, because the JSON contracts of the runtime fill the collection that
/// the object has created. The class with the same name in the runtime has the same rules.
/// </summary>
internal static class ReadOnlyCollections
{
    private static readonly HashSet<string> Interfaces = new(StringComparer.Ordinal)
    {
        "System.Collections.IList",
        "System.Collections.IDictionary",
        "System.Collections.Generic.IList`1",
        "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.ISet`1",
        "System.Collections.Generic.IDictionary`2",
    };

    // In a type whose constructor has parameters, only lists and dictionaries can be filled.
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "System.Collections.IList",
        "System.Collections.IDictionary",
        "System.Collections.Generic.IList`1",
        "System.Collections.Generic.IDictionary`2",
    };

    /// <summary>Determines whether a member without a setter is filled when an object is read.</summary>
    /// <param name="member">The property or field.</param>
    /// <param name="type">The type of the member.</param>
    /// <param name="constructor">The constructor that the serializer calls; null if it calls none.</param>
    public static bool Fill(ISymbol member, ITypeSymbol type, IMethodSymbol? constructor) =>
        type is INamedTypeSymbol collection
        && constructor is not null
        && JsonCollections.IsCollection(type)
        && IsHeld(member)
        && !JsonMembers.HasConverter(member)
        && !JsonMembers.HasConverter(type)
        && (IsList(collection) || (constructor.Parameters.IsEmpty && !JsonMembers.IsPolymorphic(constructor.ContainingType)))
        && (type.TypeKind == TypeKind.Interface ? IsOneOf(collection, Interfaces) : CanCreate(collection))
        && JsonCollections.Elements(type) is var (element, _)
        && (element is null || CanCreateElement(element));

    /// <summary>Determines whether a property is implemented by the compiler, with a field that holds its value.</summary>
    public static bool IsHeld(ISymbol member)
    {
        if (member is not IPropertySymbol { GetMethod: { } getter })
        {
            return member is IFieldSymbol;
        }

        if (getter.DeclaringSyntaxReferences.IsEmpty)
        {
            // The positional property of a record has no accessor in the source.
            return !member.DeclaringSyntaxReferences.IsEmpty
                ? member.DeclaringSyntaxReferences[0].GetSyntax() is ParameterSyntax
                : getter.FindAttribute(MetadataNames.Framework.CompilerGeneratedAttribute) is not null;
        }

        return getter.DeclaringSyntaxReferences[0].GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null }
            && member is { IsAbstract: false } and not IPropertySymbol { IsPartialDefinition: true };
    }

    private static bool IsList(INamedTypeSymbol type)
    {
        if (IsOneOf(type, Lists))
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Arity == 0 && IsOneOf(implemented, Lists))
            {
                return true;
            }
        }

        return false;
    }

    private static bool CanCreate(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class
        && type.OriginalDefinition.GetFullMetadataName() is var name
        && !name.StartsWith("System.Collections.Immutable.", StringComparison.Ordinal)
        && !name.StartsWith("System.Text.Json.", StringComparison.Ordinal)
        && JsonCollections.WhyNot(type) is null;

    private static bool CanCreateElement(ITypeSymbol element) =>
        element is not INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class, SpecialType: SpecialType.None } named
        || JsonCollections.IsCollection(named)
        || JsonMembers.HasConverter(named)
        || JsonMembers.IsPolymorphic(named)
        || named.IsForeign()
        || (!named.IsAbstract && JsonConstructors.Choose(named) is not null);

    private static bool IsOneOf(INamedTypeSymbol type, HashSet<string> names) =>
        names.Contains(type.OriginalDefinition.GetFullMetadataName());
}
