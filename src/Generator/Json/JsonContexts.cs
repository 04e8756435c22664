using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>
/// Finds the source-generated JSON contexts that a compilation can use, and the types that they include: the listed types, and the types
/// that the System.Text.Json source generator finds in the listed types. The types are computed here because source generators cannot
/// access each other's output.
/// </summary>
/// <param name="compilation">The compilation.</param>
internal sealed class JsonContexts(Compilation compilation)
{
    private readonly Lazy<Found> _own = new(() => ReadOwn(compilation));
    private readonly Lazy<HashSet<ITypeSymbol>> _referenced = new(() => ReadReferenced(compilation));

    /// <summary>Gets a value that indicates whether the compilation declares a context.</summary>
    public bool Any => _own.Value.Contexts.Count > 0;

    /// <summary>Gets the context to add types to; null unless the compilation declares exactly one.</summary>
    public INamedTypeSymbol? Single => _own.Value.Contexts.Count == 1 ? _own.Value.Contexts[0] : null;

    /// <summary>Determines whether a context includes a type, or whether a resolver that cannot be analyzed might include it.</summary>
    public bool Describe(ITypeSymbol type) =>
        _own.Value.HasOwnResolver || _own.Value.Types.Contains(type) || _referenced.Value.Contains(type);

    private static Found ReadOwn(Compilation compilation)
    {
        var found = new Found();
        Visit(compilation.Assembly.GlobalNamespace, type =>
        {
            if (IsContext(type))
            {
                found.Contexts.Add(type);
                AddDescribed(type, found.Types);
            }
            else
            {
                // A handwritten resolver can provide metadata for any type.
                found.HasOwnResolver |= type.Implements(JsonNames.Resolver);
            }
        });
        return found;
    }

    private static HashSet<ITypeSymbol> ReadReferenced(Compilation compilation)
    {
        var types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly || !MayHoldContexts(assembly))
            {
                continue;
            }

            // Contexts that the referenced assembly itself registers can be internal. Of the other contexts, this compilation can register
            // only public ones.
            foreach (var attribute in assembly.GetAttributes())
            {
                if (attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol context] } type
                    && type.Is(MetadataNames.TaskJsonContextAttribute))
                {
                    AddDescribed(context, types);
                }
            }

            Visit(assembly.GlobalNamespace, type =>
            {
                if (type.IsSeenOutside() && IsContext(type))
                {
                    AddDescribed(type, types);
                }
            });
        }

        return types;
    }

    private static bool MayHoldContexts(IAssemblySymbol assembly)
    {
        if (assembly.Name.StartsWith("System.", StringComparison.Ordinal)
            || assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var module in assembly.Modules)
        {
            foreach (var identity in module.ReferencedAssemblies)
            {
                if (identity.Name == "System.Text.Json")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void Visit(INamespaceOrTypeSymbol symbol, Action<INamedTypeSymbol> found)
    {
        foreach (var member in symbol.GetMembers())
        {
            switch (member)
            {
                case INamespaceSymbol space:
                    Visit(space, found);
                    break;
                case INamedTypeSymbol type:
                    found(type);
                    Visit(type, found);
                    break;
            }
        }
    }

    private static bool IsContext(INamedTypeSymbol type) => type.BaseType.IsOrDerivesFrom(JsonNames.Context);

    private static void AddDescribed(INamedTypeSymbol context, HashSet<ITypeSymbol> types)
    {
        foreach (var attribute in context.GetAttributes())
        {
            if (attribute.AttributeClass.Is(JsonNames.Serializable) && attribute.ConstructorArguments is [{ Value: ITypeSymbol type }, ..])
            {
                Describe(type, types);
            }
        }
    }

    private static void Describe(ITypeSymbol type, HashSet<ITypeSymbol> types)
    {
        if (type.TypeKind is TypeKind.TypeParameter or TypeKind.Error || !types.Add(type))
        {
            return;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            Describe(nullable.TypeArguments[0], types);
        }
        else if (JsonCollections.IsCollection(type))
        {
            var (element, key) = JsonCollections.Elements(type);
            foreach (var part in (ITypeSymbol?[])[element, key])
            {
                if (part is not null)
                {
                    Describe(part, types);
                }
            }
        }
        else if (type is INamedTypeSymbol named && !JsonMembers.HasConverter(named) && !named.IsForeign())
        {
            DescribeParts(named, types);
        }
    }

    private static void DescribeParts(INamedTypeSymbol type, HashSet<ITypeSymbol> types)
    {
        foreach (var member in JsonMembers.Of(type))
        {
            if (!member.IsIgnored)
            {
                Describe(member.Type, types);
            }
        }

        foreach (var derived in JsonMembers.DerivedTypes(type))
        {
            Describe(derived, types);
        }
    }

    private sealed class Found
    {
        public List<INamedTypeSymbol> Contexts { get; } = [];

        public HashSet<ITypeSymbol> Types { get; } = new(SymbolEqualityComparer.Default);

        public bool HasOwnResolver { get; set; }
    }
}
