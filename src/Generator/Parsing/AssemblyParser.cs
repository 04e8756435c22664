using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Outlining;

namespace TaskGen.Generator.Parsing;

/// <summary>What is said of the assembly as a whole and of those it references, turned into text at once.</summary>
internal static class AssemblyParser
{
    private const string GlobalAlias = "global";

    /// <summary>Reads the assembly and the modules of those it references.</summary>
    public static AssemblyModel Parse(SourceSlice slice, CancellationToken cancellationToken)
    {
        var compilation = slice.Compilation;
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

    /// <summary>Reads the JSON contexts that attributes of the assembly name, each once, in order.</summary>
    public static EquatableArray<string> ParseJsonContexts(SourceSlice slice, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!LanguageRules.Allow(slice.Compilation))
        {
            return default;
        }

        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var attribute in slice.Compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeArguments: [{ TypeKind: TypeKind.Class } type] } marker && marker.Is(MetadataNames.TaskJsonContextAttribute) && type.IsSeenInAssembly())
            {
                names.Add(TypeReader.NameOf(type));
            }
        }

        return ImmutableArray.CreateRange(names);
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

    /// <summary>The names on the wire that a generated module declares, aliases included.</summary>
    public static IEnumerable<(string Name, string Declaration, bool IsAlias)> ReadDeclarations(INamedTypeSymbol module)
    {
        foreach (var attribute in module.GetAttributes())
        {
            if (attribute.AttributeClass.Is(MetadataNames.TaskDeclarationAttribute) && attribute.ConstructorArguments is [{ Value: string name }, { Value: string declaration }])
            {
                yield return (name, declaration, AttributeReader.Read(attribute, "IsAlias", false));
            }
        }
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
