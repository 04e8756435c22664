using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.Generator.Symbols;

/// <summary>Recognizes known types that the compiler refuses where they are used. Generated code would repeat each error.</summary>
internal static class RefusedTypes
{
    /// <summary>Determines whether a type cannot be the type of a parameter or an element, or a type argument.</summary>
    public static bool IsNoValue(ITypeSymbol type) => type is { SpecialType: SpecialType.System_Void } or { IsStatic: true };

    /// <summary>Determines whether a parameter with <c>params</c> has a type that is not a collection.</summary>
    public static bool IsNoCollection(IParameterSymbol parameter) => parameter.IsParams
        && parameter.Type is { IsRefLikeType: false, TypeKind: not TypeKind.Error } and not IArrayTypeSymbol { IsSZArray: true }
        && (parameter.Type is IArrayTypeSymbol || !IsCollection(parameter.Type));

    /// <summary>Determines whether a type argument violates a constraint of its type parameter.</summary>
    public static bool HasRefusedArgument(INamedTypeSymbol type)
    {
        for (var index = 0; index < type.TypeArguments.Length; index++)
        {
            var argument = type.TypeArguments[index];
            if (argument.TypeKind is not (TypeKind.Error or TypeKind.TypeParameter or TypeKind.Pointer or TypeKind.FunctionPointer)
                && (ViolatesKind(type.TypeParameters[index], argument)
                    || (!HasUnseenParts(argument) && ViolatesTypes(type.TypeParameters[index], argument))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCollection(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Collections_IEnumerable
            || type.FindAttribute(MetadataNames.Framework.CollectionBuilderAttribute) is not null)
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return true;
            }
        }

        return false;
    }

    private static bool ViolatesKind(ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        (parameter.HasReferenceTypeConstraint && argument.IsValueType)
        || (parameter.HasValueTypeConstraint
            && (!argument.IsValueType || argument.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T));

    private static bool ViolatesTypes(ITypeParameterSymbol parameter, ITypeSymbol argument)
    {
        if (parameter.HasConstructorConstraint
            && (argument.IsAbstract
                || (argument is INamedTypeSymbol { TypeKind: TypeKind.Class } created && !HasPublicConstructor(created))))
        {
            return true;
        }

        foreach (var constraint in parameter.ConstraintTypes)
        {
            // A constraint with type arguments can be satisfied by conversion, and is not checked.
            if (constraint is INamedTypeSymbol { IsGenericType: false, TypeKind: TypeKind.Class or TypeKind.Interface } needed
                && !argument.IsOrDerivesFrom(needed)
                && !argument.AllInterfaces.Contains(needed, SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPublicConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor is { DeclaredAccessibility: Accessibility.Public, Parameters.IsEmpty: true })
            {
                return true;
            }
        }

        return false;
    }

    // Another source generator can add base types and constructors to a partial type, and an unknown base type can have any.
    private static bool HasUnseenParts(ITypeSymbol type)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.TypeKind == TypeKind.Error)
            {
                return true;
            }
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.TypeKind == TypeKind.Error)
            {
                return true;
            }

            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
