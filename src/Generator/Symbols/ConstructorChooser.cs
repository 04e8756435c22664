using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Chooses the constructor of a task class that generated code calls.</summary>
internal static class ConstructorChooser
{
    /// <summary>
    /// Returns the constructor that generated code calls for a task; null if the method is static or no constructor can be chosen.
    /// </summary>
    public static IMethodSymbol? ChooseFor(TaskMethod task) => task.Method.IsStatic ? null : Choose(task.Method.ContainingType);

    /// <summary>
    /// Returns the constructor with <c>[ActivatorUtilitiesConstructor]</c> or, if there is none, the accessible constructor with the most
    /// parameters. Returns null if there is no accessible constructor, or if several constructors have the most parameters.
    /// </summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsRefLikeType || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return null;
        }

        IMethodSymbol? longest = null;
        var isTied = false;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (!IsUsable(constructor, type))
            {
                continue;
            }

            if (constructor.FindAttribute(MetadataNames.Framework.ActivatorUtilitiesConstructorAttribute) is not null)
            {
                return constructor;
            }

            if (longest is null || constructor.Parameters.Length > longest.Parameters.Length)
            {
                longest = constructor;
                isTied = false;
            }
            else if (constructor.Parameters.Length == longest.Parameters.Length)
            {
                isTied = true;
            }
        }

        return isTied ? null : longest;
    }

    private static bool IsUsable(IMethodSymbol constructor, INamedTypeSymbol type)
    {
        if (constructor.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
            || IsCopy(constructor, type))
        {
            return false;
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.RefKind != RefKind.None
                || parameter.Type.IsRefLikeType
                || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            {
                return false;
            }
        }

        return !type.HasRequiredMembers() || constructor.FindAttribute(MetadataNames.Framework.SetsRequiredMembersAttribute) is not null;
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
