using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Guarding;
using TaskGen.Generator.Model;
using TaskGen.Generator.Outlining;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>Finds the tasks and conditions in a file and creates their models.</summary>
internal static class FileParser
{
    /// <summary>Reads a file. A method with which the parser throws an exception does not affect the other methods.</summary>
    public static FileModel Parse(SourceSlice slice, StepRun run)
    {
        var tasks = ImmutableArray.CreateBuilder<TaskModel>();
        var conditions = ImmutableArray.CreateBuilder<ConditionModel>();
        var (file, compilation) = slice.Open();
        var model = compilation.GetSemanticModel(file);
        foreach (var node in file.GetRoot(run.CancellationToken)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            if (node is MethodDeclarationSyntax { AttributeLists.Count: > 0 } method
                && run.TryRun(method, (item, part) => ParseMethod(item, model, part.CancellationToken), out var found))
            {
                tasks.AddRange(found.Tasks.Items);
                conditions.AddRange(found.Conditions.Items);
            }
        }

        return new FileModel(tasks.ToImmutable(), conditions.ToImmutable());
    }

    private static FileModel ParseMethod(MethodDeclarationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        var tasks = ImmutableArray.CreateBuilder<TaskModel>();
        var conditions = ImmutableArray.CreateBuilder<ConditionModel>();
        if (model.GetDeclaredSymbol(node, cancellationToken) is not IMethodSymbol method)
        {
            return new FileModel(default, default);
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

            var marked = new TaskMethod(whole, attribute, model.Compilation);
            if (attribute.AttributeClass.Is(MetadataNames.TaskAttribute) && TaskMethodParser.Parse(marked) is { } task)
            {
                tasks.Add(task);
            }
            else if (attribute.AttributeClass.Is(MetadataNames.ConditionAttribute) && ConditionParser.Parse(marked) is { } condition)
            {
                conditions.Add(condition);
            }
        }

        return new FileModel(tasks.ToImmutable(), conditions.ToImmutable());
    }
}
