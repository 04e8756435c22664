using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Generator.Tests.Support;

/// <summary>
/// A source generator as others write them. It declares types before any generator runs, which all generators see, and types that no
/// generator sees. It also adds a constructor to each partial class with an attribute <c>[AutoConstructor]</c>.
/// </summary>
/// <param name="early">What it declares before any generator runs.</param>
/// <param name="late">What it declares when it runs.</param>
internal sealed class OtherGenerator(string early = "", string late = "") : IIncrementalGenerator
{
    private const string Head = "#nullable enable\n#pragma warning disable CS1591\n";

    private const string Attribute =
        "namespace Other { [System.AttributeUsage(System.AttributeTargets.All)] internal sealed class AutoConstructorAttribute "
        + ": System.Attribute; }\n";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(output => output.AddSource("Early.g.cs", Head + Attribute + early));
        context.RegisterSourceOutput(
            context.CompilationProvider.Select(static (_, _) => 0), (output, _) => output.AddSource("Late.g.cs", Head + late));
        var classes = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => node is ClassDeclarationSyntax, static (found, _) => Describe(found))
            .Where(static constructor => constructor is not null);
        context.RegisterSourceOutput(
            classes, static (output, constructor) => output.AddSource(constructor!.Value.Class + ".g.cs", Head + constructor.Value.Code));
    }

    private static (string Class, string Code)? Describe(GeneratorSyntaxContext found)
    {
        if (found.SemanticModel.GetDeclaredSymbol(found.Node) is not INamedTypeSymbol type
            || !((ISymbol[])[type, .. type.GetMembers()]).Any(static symbol => symbol.GetAttributes()
                .Any(static attribute => attribute.AttributeClass?.Name is "AutoConstructorAttribute" or "AutoConstructor")))
        {
            return null;
        }

        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic).ToList();
        var parameters = string.Join(", ", fields.Select(static field => $"{field.Type} {field.Name}"));
        var assignments = string.Concat(fields.Select(static field => $"this.{field.Name} = {field.Name}; "));
        return (type.Name, $"partial class {type.Name} {{ public {type.Name}({parameters}) {{ {assignments}}} }}");
    }
}
