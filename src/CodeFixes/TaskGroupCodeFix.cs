using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0204: adds a <c>[TaskGroup]</c> attribute with a name that consists of the class name and "Tasks", such as
/// <c>GetHandleTasks</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TaskGroupCodeFix))]
[Shared]
public sealed class TaskGroupCodeFix() : TaskCodeFix(DiagnosticIds.HiddenByClientMember, "Add [TaskGroup] with a different name")
{
    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);

        // An existing group name is not replaced.
        return Class(node) is { } declaration
            && model?.GetDeclaredSymbol(declaration, cancellationToken) is { TypeKind: TypeKind.Class } type
            && type.FindAttribute(MetadataNames.TaskGroupAttribute) is null
            && type.ContainingNamespace.GetTypeMembers(NameOf(type)).IsEmpty
            && type.ContainingNamespace.GetTypeMembers(NameOf(type) + TaskClassModel.ClientSuffix).IsEmpty;
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (Class(node) is { } declaration
            && editor.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol type)
        {
            AttributeEdit.Add(editor, declaration, MetadataNames.TaskGroupAttribute, AttributeEdit.Text(NameOf(type)));
        }

        return editor.GetChangedDocument();
    }

    private static TypeDeclarationSyntax? Class(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static string NameOf(INamedTypeSymbol type) => TaskNaming.NestedName(type, "") + "Tasks";
}
