using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>Recognizes types that do not compile, because a part of their name is missing, unknown, or refused by the compiler.</summary>
internal static class IncompleteTypes
{
    /// <summary>Determines whether a type, one of its type arguments, or its element type is missing, unknown, or refused.</summary>
    /// <param name="type">The type.</param>
    /// <param name="exceptClients">
    /// <see langword="true"/> to regard an unknown type as known if it can be a client of this assembly, which the generator cannot see
    /// because it generates it; otherwise, <see langword="false"/>.
    /// </param>
    public static bool HasUnknownPart(ITypeSymbol type, bool exceptClients = false) => type switch
    {
        { TypeKind: TypeKind.Error } => !exceptClients || !MayBeClient(type),
        INamedTypeSymbol { IsUnboundGenericType: true } => true,
        IArrayTypeSymbol array =>
            RefusedTypes.IsNoValue(array.ElementType) || HasUnknownPart(array.ElementType, exceptClients),
        IPointerTypeSymbol pointer => HasUnknownPart(pointer.PointedAtType, exceptClients),
        INamedTypeSymbol { IsTupleType: true } tuple when ConflictingDeclaration.HasRefusedNames(tuple) => true,
        INamedTypeSymbol named => HasUnknownArgument(named, exceptClients),
        _ => false,
    };

    /// <summary>Returns the unknown types that a type consists of.</summary>
    public static IEnumerable<ITypeSymbol> UnknownParts(ITypeSymbol type)
    {
        switch (type)
        {
            case { TypeKind: TypeKind.Error }:
                yield return type;
                break;
            case IArrayTypeSymbol array:
                foreach (var part in UnknownParts(array.ElementType))
                {
                    yield return part;
                }

                break;
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                {
                    foreach (var part in UnknownParts(argument))
                    {
                        yield return part;
                    }
                }

                break;
        }
    }

    /// <summary>Determines whether a type, or one of its type arguments, cannot be used where a member is visible.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isPublic">
    /// <see langword="true"/> if the member is visible in other assemblies; <see langword="false"/> if it is visible in its assembly.
    /// </param>
    public static bool IsHidden(ITypeSymbol type, bool isPublic)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return IsHidden(array.ElementType, isPublic);
            case INamedTypeSymbol { TypeKind: not TypeKind.Error } named:
                foreach (var argument in named.TypeArguments)
                {
                    if (IsHidden(argument, isPublic))
                    {
                        return true;
                    }
                }

                return isPublic ? !named.IsSeenOutside() : !named.IsSeenInAssembly();
            default:
                return false;
        }
    }

    private static bool MayBeClient(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 0, Name: var name } && name.EndsWith(TaskClassModel.ClientSuffix, StringComparison.Ordinal);

    private static bool HasUnknownArgument(INamedTypeSymbol type, bool exceptClients)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (RefusedTypes.IsNoValue(argument) || HasUnknownPart(argument, exceptClients))
            {
                return true;
            }
        }

        return RefusedTypes.HasRefusedArgument(type)
            || (type.ContainingType is { } outer && HasUnknownPart(outer, exceptClients));
    }
}
