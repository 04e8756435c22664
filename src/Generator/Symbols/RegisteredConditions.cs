using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>Reads from the generated module of an assembly which conditions it registers.</summary>
internal static class RegisteredConditions
{
    /// <summary>Returns the names of the conditions that the generated code registers.</summary>
    public static HashSet<string> Read(Compilation compilation, GeneratedTrees trees)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol module] } type
                && type.Is(MetadataNames.TaskModuleAttribute)
                && trees.DeclareByTaskGen(module))
            {
                foreach (var reference in module.DeclaringSyntaxReferences)
                {
                    AddNames(reference.GetSyntax(), names);
                }
            }
        }

        return names;
    }

    private static void AddNames(SyntaxNode module, HashSet<string> names)
    {
        foreach (var node in module.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: RegistryModel.AddCondition },
                    ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax name }, ..]
                })
            {
                names.Add(name.Token.ValueText);
            }
        }
    }
}
