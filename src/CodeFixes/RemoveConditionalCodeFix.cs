using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0021: removes all <c>[Conditional]</c> attributes of a task. The fix is not offered if one of them is in another file, or on a
/// method that the task overrides, because other code can rely on it there.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveConditionalCodeFix))]
[Shared]
public sealed class RemoveConditionalCodeFix() : TaskCodeFix(DiagnosticIds.ConditionalCall, "Remove [Conditional]")
{
    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var attributes = await FindAsync(document, node, cancellationToken).ConfigureAwait(false);
        return attributes.Count > 0 && attributes.TrueForAll(attribute => attribute.SyntaxTree == node.SyntaxTree);
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var list in (await FindAsync(document, node, cancellationToken).ConfigureAwait(false)).GroupBy(
            static attribute => attribute.Parent))
        {
            if (list.Key is AttributeListSyntax { Attributes.Count: var count } brackets && count == list.Count())
            {
                editor.RemoveNode(brackets, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.AddElasticMarker);
            }
            else
            {
                foreach (var attribute in list)
                {
                    AttributeEdit.Remove(editor, attribute);
                }
            }
        }

        return editor.GetChangedDocument();
    }

    private static async Task<List<AttributeSyntax>> FindAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var found = new List<AttributeSyntax>();
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            && model?.GetDeclaredSymbol(declaration, cancellationToken) is { } method)
        {
            foreach (var attribute in method.GetAttributes())
            {
                if (attribute.AttributeClass.Is(MetadataNames.Framework.ConditionalAttribute)
                    && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax)
                {
                    found.Add(syntax);
                }
            }
        }

        return found;
    }
}
