using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>
/// The rules for types that generated code names. A source file can use types that a different file cannot use by their full name.
/// </summary>
internal static class UsableTypeRules
{
    /// <summary>Reports the first type whose full name has a different meaning, or no meaning, in a generated file.</summary>
    public static IEnumerable<RuleViolation> TypesHaveFullNames(TaskMethod task)
    {
        foreach (var (type, location) in MentionedTypes.Of(task.Method, ConstructorChooser.ChooseFor(task)))
        {
            foreach (var named in MentionedTypes.Names(type))
            {
                if (WhyNotNamed(named, task.Compilation) is { } explanation)
                {
                    yield return Violation(task, named, location, explanation);
                    yield break;
                }
            }
        }
    }

    /// <summary>Reports service keys of a type that generated code cannot access.</summary>
    public static IEnumerable<RuleViolation> KeysAreAccessible(TaskMethod task)
    {
        foreach (var method in (IMethodSymbol?[])[task.Method, ConstructorChooser.ChooseFor(task)])
        {
            if (method is null)
            {
                continue;
            }

            foreach (var (type, location) in MentionedTypes.OfKeys(method.Parameters))
            {
                if (WhyNotKey(type, task.Compilation) is var (named, explanation))
                {
                    yield return Violation(task, named, location, explanation);
                    yield break;
                }
            }
        }
    }

    /// <summary>Explains why generated code cannot name a type; null if it can.</summary>
    public static Explanation? WhyNotNamed(INamedTypeSymbol type, Compilation compilation)
    {
        var outer = type.OriginalDefinition;
        while (outer.ContainingType is { } container)
        {
            outer = container;
        }

        // The compiler prefers types of the project to types of references.
        if (outer.SpecialType != SpecialType.None
            || outer.TypeKind == TypeKind.Error
            || SymbolEqualityComparer.Default.Equals(outer.ContainingAssembly, compilation.Assembly))
        {
            return null;
        }

        var found = 0;
        var isFound = false;
        if (FindNamespace(outer.ContainingNamespace, compilation) is { } space)
        {
            foreach (var candidate in space.GetTypeMembers(outer.Name, outer.Arity))
            {
                if (compilation.IsSymbolAccessibleWithin(candidate, compilation.Assembly))
                {
                    found++;
                    isFound |= SymbolEqualityComparer.Default.Equals(candidate, outer);
                }
            }
        }

        return (isFound, found) switch
        {
            (true, 1) => null,
            _ when AliasOf(outer.ContainingAssembly, compilation) is { } alias => new Explanation(
                $"its assembly is referenced only with the alias '{alias}'",
                "Add the alias 'global' to the reference, or use a type of a different assembly"),
            _ => new Explanation(
                "its full name has several meanings in this project", "Use a type with a unique name"),
        };
    }

    private static (ITypeSymbol Type, Explanation Explanation)? WhyNotKey(ITypeSymbol type, Compilation compilation)
    {
        foreach (var named in MentionedTypes.Names(type))
        {
            if (!compilation.IsSymbolAccessibleWithin(named.OriginalDefinition, compilation.Assembly) || !named.IsSeenInAssembly())
            {
                return (named, new Explanation("it is private, protected, or local to its file", "Make it public or internal"));
            }
        }

        return null;
    }

    // A name without an alias has the meaning that it has in the global namespace of the compilation.
    private static INamespaceSymbol? FindNamespace(INamespaceSymbol space, Compilation compilation)
    {
        if (space.IsGlobalNamespace)
        {
            return compilation.GlobalNamespace;
        }

        INamespaceSymbol? found = null;
        INamedTypeSymbol? hiding = null;
        foreach (var member in FindNamespace(space.ContainingNamespace, compilation)?.GetMembers(space.Name) ?? [])
        {
            found = member as INamespaceSymbol ?? found;
            if (member is INamedTypeSymbol { Arity: 0 } type && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            {
                hiding = type;
            }
        }

        // A type hides a namespace of the same name, unless the namespace is declared in the project, and the type in a reference.
        return hiding is null || (found is not null && IsOfProject(found, compilation) && !IsOfProject(hiding, compilation)) ? found : null;
    }

    private static bool IsOfProject(ISymbol symbol, Compilation compilation) => !symbol.DeclaringSyntaxReferences.IsEmpty
        && (symbol is INamespaceSymbol || SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly));

    private static string? AliasOf(IAssemblySymbol assembly, Compilation compilation)
    {
        var aliases = compilation.GetMetadataReference(assembly)?.Properties.Aliases ?? [];
        return aliases.IsDefaultOrEmpty || aliases.Contains(MetadataReferenceProperties.GlobalAlias) ? null : aliases[0];
    }

    private static RuleViolation Violation(TaskMethod task, ITypeSymbol type, Location? location, Explanation explanation) => new(
        Descriptors.TypeNotUsable,
        location ?? task.Location,
        task.Declaration,
        type.ToDisplayString(),
        explanation.Reason,
        explanation.Remedy);
}
