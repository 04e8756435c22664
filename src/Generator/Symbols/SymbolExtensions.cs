using System.Text;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Questions about symbols that more than one step asks.</summary>
internal static class SymbolExtensions
{
    /// <summary>Whether a type has this name in metadata, whatever its type arguments.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        // The cheap comparison first: nearly every type fails it.
        return type is INamedTypeSymbol named
            && metadataName.EndsWith(named.MetadataName, StringComparison.Ordinal)
            && named.OriginalDefinition.GetFullMetadataName() == metadataName;
    }

    /// <summary>Whether a type has this name in metadata or derives from one that has.</summary>
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

    /// <summary>Whether a type implements an interface of this name in metadata, whatever its type arguments.</summary>
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

    /// <summary>Whether a type is <c>Task</c>, <c>ValueTask</c> or one of them with a result.</summary>
    public static bool IsAwaitableTask(this ITypeSymbol? type) =>
        type.Is(MetadataNames.Framework.Task) || type.Is(MetadataNames.Framework.TaskOfT)
        || type.Is(MetadataNames.Framework.ValueTask) || type.Is(MetadataNames.Framework.ValueTaskOfT);

    /// <summary>The outermost of the namespaces that a type is in; null where it is in none.</summary>
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
    /// Whether a type is the framework's or the library's: such types are known by name, and nothing is inside them that a user has put
    /// there.
    /// </summary>
    public static bool IsForeign(this ITypeSymbol type) =>
        type.ContainingAssembly?.Name == MetadataNames.RuntimeAssembly
        || (type.RootNamespace() is "System" or "Microsoft" && type.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>The full name in metadata: <c>Namespace.Outer+Inner`1</c>.</summary>
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

    /// <summary>The attribute of this name, if there is one.</summary>
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

    /// <summary>Whether code anywhere in the assembly may name the symbol.</summary>
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

    /// <summary>Whether other assemblies may name the symbol.</summary>
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

    /// <summary>Whether a type is another one or derives from it.</summary>
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
}
