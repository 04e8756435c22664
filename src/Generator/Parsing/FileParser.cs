using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Model;
using TaskGen.Generator.Outlining;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>Finds the tasks and conditions in a file and creates their models.</summary>
internal static class FileParser
{
    /// <summary>Reads a file.</summary>
    public static FileModel Parse(SourceSlice slice, CancellationToken cancellationToken)
    {
        var tasks = ImmutableArray.CreateBuilder<TaskModel>();
        var conditions = ImmutableArray.CreateBuilder<ConditionModel>();
        var (file, compilation) = slice.Open();
        var model = compilation.GetSemanticModel(file);
        foreach (var node in file.GetRoot(cancellationToken)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is not MethodDeclarationSyntax { AttributeLists.Count: > 0 }
                || model.GetDeclaredSymbol(node, cancellationToken) is not IMethodSymbol method)
            {
                continue;
            }

            // Each part of a partial method has the attributes of both parts. The part whose source contains the attribute is parsed.
            var whole = method.PartialDefinitionPart ?? method;
            foreach (var attribute in method.GetAttributes())
            {
                if (attribute.ApplicationSyntaxReference is not { } reference
                    || reference.SyntaxTree != node.SyntaxTree
                    || !node.Span.Contains(reference.Span))
                {
                    continue;
                }

                if (attribute.AttributeClass.Is(MetadataNames.TaskAttribute)
                    && TaskMethodParser.Parse(new TaskMethod(whole, attribute, compilation)) is { } task)
                {
                    tasks.Add(task);
                }
                else if (attribute.AttributeClass.Is(MetadataNames.ConditionAttribute)
                    && ConditionParser.Parse(new TaskMethod(whole, attribute, compilation)) is { } condition)
                {
                    conditions.Add(condition);
                }
            }
        }

        return new FileModel(tasks.ToImmutable(), conditions.ToImmutable());
    }
}
