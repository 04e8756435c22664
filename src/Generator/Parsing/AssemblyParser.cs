using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Parsing;

/// <summary>The one look at a whole compilation, turned into text at once.</summary>
internal static class AssemblyParser
{
    private const string GlobalAlias = "global";

    /// <summary>Reads the assembly and the modules of those it references.</summary>
    public static AssemblyModel Parse(Compilation compilation, CancellationToken cancellationToken)
    {
        var modules = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var assembly in ReferencedWithTasks(compilation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FindModule(assembly) is { } module)
            {
                modules.Add(TypeReader.NameOf(module));
            }
        }

        return new AssemblyModel(
            compilation.AssemblyName ?? "",
            compilation.GetTypeByMetadataName(MetadataNames.TaskGenBuilder) is not null,
            ImmutableArray.CreateRange(modules));
    }

    /// <summary>Reads the JSON context that an attribute of the assembly names.</summary>
    public static ImmutableArray<string> ParseJsonContexts(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!LanguageRules.Allow(context.SemanticModel.Compilation))
        {
            return ImmutableArray<string>.Empty;
        }

        var names = ImmutableArray.CreateBuilder<string>(context.Attributes.Length);
        foreach (var attribute in context.Attributes)
        {
            if (attribute.AttributeClass is { TypeArguments: [{ TypeKind: TypeKind.Class } type] } && type.IsSeenInAssembly())
            {
                names.Add(TypeReader.NameOf(type));
            }
        }

        return names.ToImmutable();
    }

    /// <summary>The referenced assemblies that may hold tasks: only those that reference the library are looked into.</summary>
    public static IEnumerable<IAssemblySymbol> ReferencedWithTasks(Compilation compilation)
    {
        foreach (var reference in compilation.References)
        {
            if (!reference.Properties.Aliases.IsDefaultOrEmpty && !reference.Properties.Aliases.Contains(GlobalAlias))
            {
                continue;
            }

            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && ReferencesRuntime(assembly))
            {
                yield return assembly;
            }
        }
    }

    /// <summary>The generated module of an assembly, where it has one that others may name.</summary>
    public static INamedTypeSymbol? FindModule(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol module] } type && type.Is(MetadataNames.TaskModuleAttribute) && module.IsSeenOutside())
            {
                return module;
            }
        }

        return null;
    }

    private static bool ReferencesRuntime(IAssemblySymbol assembly)
    {
        foreach (var module in assembly.Modules)
        {
            foreach (var identity in module.ReferencedAssemblies)
            {
                if (identity.Name == MetadataNames.RuntimeAssembly)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
