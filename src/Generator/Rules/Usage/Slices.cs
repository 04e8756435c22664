using Microsoft.CodeAnalysis;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Compares the static type of a value with the type as which it is serialized. A test serializes objects of such types, so that the rule
/// matches the behavior of the serializer.
/// </summary>
internal static class Slices
{
    private const string UnknownHandling = "UnknownDerivedTypeHandling";
    private const int FallBackToBaseType = 1;
    private const int FallBackToNearestAncestor = 2;

    // A collection can contain itself as its element.
    private const int MaxDepth = 8;

    /// <summary>Returns the loss when a value is serialized; null if nothing is lost, or if it is not known.</summary>
    /// <param name="actual">The static type of the value.</param>
    /// <param name="declared">The type as which the value is serialized.</param>
    /// <param name="isRead">
    /// <see langword="true"/> if the JSON that was written for the static type is read as the declared type. Such JSON does not name its
    /// type, so the types that the declared type lists are not used.
    /// </param>
    public static Slice? Find(ITypeSymbol? actual, ITypeSymbol declared, bool isRead = false) => Find(actual, declared, isRead, depth: 0);

    private static Slice? Find(ITypeSymbol? actual, ITypeSymbol declared, bool isRead, int depth)
    {
        if (actual is null
            || depth > MaxDepth
            || declared.SpecialType == SpecialType.System_Object
            || SymbolEqualityComparer.Default.Equals(actual, declared))
        {
            return null;
        }

        switch (actual, declared)
        {
            case (ITypeParameterSymbol parameter, _):
                foreach (var constraint in parameter.ConstraintTypes)
                {
                    if (Find(constraint, declared, isRead, depth + 1) is { } slice)
                    {
                        return slice;
                    }
                }

                return null;
            case (INamedTypeSymbol { IsTupleType: true } tuple, INamedTypeSymbol { IsTupleType: true } declaredTuple)
                when tuple.TupleElements.Length == declaredTuple.TupleElements.Length:
                for (var index = 0; index < tuple.TupleElements.Length; index++)
                {
                    if (Find(tuple.TupleElements[index].Type, declaredTuple.TupleElements[index].Type, isRead, depth + 1) is { } slice)
                    {
                        return slice;
                    }
                }

                return null;
            case (_, IArrayTypeSymbol) or (_, INamedTypeSymbol) when JsonCollections.IsCollection(declared):
                return JsonCollections.IsCollection(actual)
                    && !JsonMembers.HasConverter(declared)
                    && JsonCollections.Elements(actual).Element is { } element
                    && JsonCollections.Elements(declared).Element is { } target
                    ? Find(element, target, isRead, depth + 1)
                    : null;
            case (INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } derived,
                INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } named):
                return IsDerived(derived, named) && !IsConverted(named) ? Compare(derived, named, isRead) : null;
            default:
                return null;
        }
    }

    private static bool IsDerived(INamedTypeSymbol type, INamedTypeSymbol ancestor) =>
        ancestor.TypeKind == TypeKind.Interface
            ? type.AllInterfaces.Contains(ancestor, SymbolEqualityComparer.Default)
            : type.IsOrDerivesFrom(ancestor);

    // The JSON of a type with a converter is not known. The serializer has converters for some types of .NET, such as Uri and JsonNode,
    // and other rules report most of the others.
    private static bool IsConverted(INamedTypeSymbol type) => JsonMembers.HasConverter(type) || type.IsForeign();

    private static Slice? Compare(INamedTypeSymbol derived, INamedTypeSymbol declared, bool isRead)
    {
        var polymorphic = declared.FindAttribute(JsonNames.Polymorphic);
        var listed = new List<ITypeSymbol>(JsonMembers.DerivedTypes(declared));
        if (isRead && (listed.Count > 0 || !declared.IsAbstract))
        {
            return declared.IsAbstract
                ? new Slice(derived, declared, SliceKind.Refused, [], canBeListed: false)
                : SliceFinder.Find(derived, declared, declared, canBeListed: false);
        }

        if (listed.Count == 0)
        {
            // Types can also be listed by code that changes the contract of the base type. An interface or abstract class that lists no
            // types is reported where the task is declared.
            return polymorphic is not null || declared.IsAbstract ? null : SliceFinder.Find(derived, declared, declared, canBeListed: true);
        }

        foreach (var type in listed)
        {
            // An object whose static type is not listed can be of a derived type that is listed.
            if (type is INamedTypeSymbol named && (IsDerived(named, derived) || SymbolEqualityComparer.Default.Equals(named, derived)))
            {
                return null;
            }
        }

        return (polymorphic is null ? 0 : AttributeReader.Read(polymorphic, UnknownHandling, 0)) switch
        {
            FallBackToBaseType => SliceFinder.Find(derived, declared, declared, canBeListed: true),
            FallBackToNearestAncestor => SliceFinder.Find(derived, Nearest(derived, declared, listed), declared, canBeListed: true),
            _ when derived.IsAbstract => null,
            _ => new Slice(derived, declared, SliceKind.Refused, []),
        };
    }

    private static INamedTypeSymbol Nearest(INamedTypeSymbol derived, INamedTypeSymbol declared, List<ITypeSymbol> listed)
    {
        for (var current = derived.BaseType; current is not null; current = current.BaseType)
        {
            if (listed.Exists(type => SymbolEqualityComparer.Default.Equals(type, current)))
            {
                return current;
            }
        }

        return declared;
    }
}
