using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Guarding;
using TaskGen.Generator.Model;
using TaskGen.Generator.Outlining;
using TaskGen.Generator.Rules;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Reads the data of the assembly as a whole and of the assemblies that it references. The result contains only names and flags, and no
/// symbols.
/// </summary>
internal static class AssemblyParser
{
    /// <summary>Reads the assembly and the generated modules of the assemblies that it references.</summary>
    public static AssemblyModel Parse(SourceSlice slice, StepRun run)
    {
        var compilation = slice.Compilation;
        var modules = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var assembly in TaskModules.ReferencedWithTasks(compilation))
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            if (TaskModules.Find(assembly) is { } module)
            {
                modules.Add(TypeReader.NameOf(module));
            }
        }

        return new AssemblyModel(
            compilation.AssemblyName ?? "",
            compilation.GetTypeByMetadataName(MetadataNames.TaskGenBuilder) is not null,
            ImmutableArray.CreateRange(modules),
            Identifiers.Unused(
                AssemblyModel.Extensions,
                name => compilation.Assembly.GetTypeByMetadataName($"{AssemblyModel.ExtensionsNamespace}.{name}") is not null));
    }

    /// <summary>Reads the JSON contexts that assembly attributes specify, sorted and without duplicates.</summary>
    public static ImmutableArray<string> ParseJsonContexts(SourceSlice slice, StepRun run)
    {
        run.CancellationToken.ThrowIfCancellationRequested();
        if (!LanguageRules.Allow(slice.Compilation))
        {
            return [];
        }

        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var attribute in slice.Compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeArguments: [{ TypeKind: TypeKind.Class } type] } marker
                && marker.Is(MetadataNames.TaskJsonContextAttribute)
                && type.IsSeenInAssembly()
                && IsContext((INamedTypeSymbol)type)
                && !MarkerReader.IsObsoleteError(type)
                && UsableTypeRules.WhyNotNamed((INamedTypeSymbol)type, slice.Compilation) is null)
            {
                names.Add(TypeReader.NameOf(type));
            }
        }

        return ImmutableArray.CreateRange(names);
    }

    // The property Default of a partial context is generated, so the generator cannot see it.
    private static bool IsContext(INamedTypeSymbol type)
    {
        if (!type.IsOrDerivesFrom(MetadataNames.Framework.JsonSerializerContext))
        {
            return false;
        }

        foreach (var member in type.GetMembers("Default"))
        {
            if (member is IPropertySymbol { IsStatic: true })
            {
                return true;
            }
        }

        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }
}
