using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Represents a method with <c>[Task]</c> that other classes inherit or implement.</summary>
internal sealed class InheritedTask
{
    private static readonly string[] Moved =
    [
        MetadataNames.TaskAttribute, MetadataNames.RetryOnAttribute, MetadataNames.GiveUpOnAttribute, MetadataNames.TaskAliasAttribute,
    ];

    private readonly SemanticModel _model;

    private InheritedTask(IMethodSymbol method, SemanticModel model)
    {
        Method = method;
        _model = model;
    }

    /// <summary>The method.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>Finds the method at a syntax node; null if there is none that another method can call.</summary>
    public static async Task<InheritedTask?> FindAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return node is MethodDeclarationSyntax declaration
            && model is not null
            && model.GetDeclaredSymbol(declaration, cancellationToken) is { IsStatic: false, IsGenericMethod: false } method
            && method.FindAttribute(MetadataNames.TaskAttribute) is not null
            ? new InheritedTask(method, model)
            : null;
    }

    /// <summary>Declares the task in all targets, and removes the attributes of the task from the method.</summary>
    public async Task<Solution> MoveAsync(
        ImmutableArray<TaskTarget> targets, Solution solution, CancellationToken cancellationToken)
    {
        var editor = new SolutionEditor(solution);
        foreach (var target in targets)
        {
            var document = await editor.GetDocumentEditorAsync(target.Document, cancellationToken).ConfigureAwait(false);
            var attributes = new MovedAttributes(document.Generator, _model, target.Class, cancellationToken);
            var writer = new InheritedTaskWriter(document, attributes, target, Method);
            writer.Write(CreateAttributes(attributes, target, targets), cancellationToken);
        }

        await RemoveAttributesAsync(editor, solution, cancellationToken).ConfigureAwait(false);
        return editor.GetChangedSolution();
    }

    // A wire name or an alias belongs to one task.
    private List<AttributeSyntax> CreateAttributes(MovedAttributes attributes, TaskTarget target, ImmutableArray<TaskTarget> targets)
    {
        var isOnly = targets.Length == 1;
        var created = new List<AttributeSyntax>();
        foreach (var attribute in Method.GetAttributes())
        {
            if (!IsMoved(attribute) || (!isOnly && attribute.AttributeClass.Is(MetadataNames.TaskAliasAttribute)))
            {
                continue;
            }

            var isTask = attribute.AttributeClass.Is(MetadataNames.TaskAttribute);
            var syntax = attributes.Create(attribute, isTask && !isOnly ? TaskSettings.Name.Name : null);
            created.Add(isTask && WireName(target, targets) is { } name
                ? AttributeEdit.WithFirst(syntax, TaskSettings.Name.Name, name)
                : syntax);
        }

        return created;
    }

    // Classes with the same name in different namespaces would otherwise have the same wire name.
    private static string? WireName(TaskTarget target, ImmutableArray<TaskTarget> targets)
    {
        var name = TaskNaming.NestedName(target.Class, ".");
        return targets.Count(other => TaskNaming.NestedName(other.Class, ".") == name) > 1
            ? $"{target.Class.ToDisplayString()}.{Generator.CSharpText.Identifiers.WithoutAsync(target.Name)}"
            : null;
    }

    private async Task RemoveAttributesAsync(SolutionEditor editor, Solution solution, CancellationToken cancellationToken)
    {
        var lists = new Dictionary<AttributeListSyntax, List<AttributeSyntax>>();
        foreach (var attribute in Method.GetAttributes())
        {
            if (IsMoved(attribute)
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken)
                    is AttributeSyntax { Parent: AttributeListSyntax list } syntax)
            {
                if (!lists.TryGetValue(list, out var removed))
                {
                    lists.Add(list, removed = []);
                }

                removed.Add(syntax);
            }
        }

        foreach (var (list, removed) in lists.Select(static pair => (pair.Key, pair.Value)))
        {
            if (solution.GetDocument(list.SyntaxTree) is not { } document)
            {
                continue;
            }

            var edits = await editor.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
            if (removed.Count == list.Attributes.Count)
            {
                edits.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.AddElasticMarker);
            }
            else
            {
                removed.ForEach(attribute => edits.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia));
            }
        }
    }

    private static bool IsMoved(AttributeData attribute) => Array.Exists(Moved, name => attribute.AttributeClass.Is(name));
}
