using System.Text;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Provides extension methods for symbols, which several parts of the generator use.</summary>
internal static class SymbolExtensions
{
    /// <summary>Determines whether a type has the specified metadata name. Type arguments are ignored.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        // The fast comparison is done first, because it is false for nearly every type.
        return type is INamedTypeSymbol named
            && metadataName.EndsWith(named.MetadataName, StringComparison.Ordinal)
            && named.OriginalDefinition.GetFullMetadataName() == metadataName;
    }

    /// <summary>Determines whether a type, or one of its base types, has the specified metadata name.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol? type, string metadataName)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(metadataName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether a type implements the interface with the specified metadata name. Type arguments are ignored.</summary>
    public static bool Implements(this ITypeSymbol type, string metadataName)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Is(metadataName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether a type is <c>Task</c> or <c>ValueTask</c>, with or without a result.</summary>
    public static bool IsAwaitableTask(this ITypeSymbol? type) =>
        type.Is(MetadataNames.Framework.Task) || type.Is(MetadataNames.Framework.TaskOfT)
        || type.Is(MetadataNames.Framework.ValueTask) || type.Is(MetadataNames.Framework.ValueTaskOfT);

    /// <summary>Returns the outermost namespace that contains a type; null for the global namespace.</summary>
    public static string? RootNamespace(this ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: false } ? space.Name : null;
    }

    /// <summary>
    /// Determines whether a type belongs to .NET or to the TaskGen library. Rules recognize such types by name and do not analyze their
    /// members, because users cannot change them.
    /// </summary>
    public static bool IsForeign(this ITypeSymbol type) =>
        type.ContainingAssembly?.Name == MetadataNames.RuntimeAssembly
        || (type.RootNamespace() is "System" or "Microsoft" && type.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>Returns the full metadata name of a type, such as <c>Namespace.Outer+Inner`1</c>.</summary>
    public static string GetFullMetadataName(this ITypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        var container = type.ContainingType;
        for (; container is not null; container = container.ContainingType)
        {
            name.Insert(0, '+').Insert(0, container.MetadataName);
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name.Insert(0, '.').Insert(0, space.MetadataName);
        }

        return name.ToString();
    }

    /// <summary>Returns the first attribute with the specified metadata name; null if there is none.</summary>
    public static AttributeData? FindAttribute(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(metadataName))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Returns the first required property or field of a type or of its base classes; null if there is none.</summary>
    public static ISymbol? FindRequiredMember(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>Determines whether a symbol is accessible everywhere in its assembly.</summary>
    public static bool IsSeenInAssembly(this ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility
                is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable)
                || current is INamedTypeSymbol { IsFileLocal: true })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Determines whether a symbol is accessible in other assemblies.</summary>
    public static bool IsSeenOutside(this ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Determines whether a type equals another type or derives from it.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Returns the type if it is not declared; otherwise, null. The compiler reads <c>T?</c> as a nullable value type if it does not know
    /// the type.
    /// </summary>
    public static INamedTypeSymbol? FindUndeclared(this ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Error } unknown => unknown,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
            nullable.TypeArguments[0].FindUndeclared(),
        _ => null,
    };
}
