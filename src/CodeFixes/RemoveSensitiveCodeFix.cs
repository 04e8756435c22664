using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.CodeFixes;

/// <summary>TG0309: takes a <c>[Sensitive]</c> away that hides nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSensitiveCodeFix))]
[Shared]
public sealed class RemoveSensitiveCodeFix() : TaskCodeFix(DiagnosticIds.SensitiveWithoutEffect, "Remove [Sensitive]")
{
    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute)
        {
            return document;
        }

        // What stands before a list of its own, such as a comment or the indentation, stays.
        var changed = list.Attributes.Count > 1
            ? root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)
            : RemoveList(root, list);
        return changed is null ? document : document.WithSyntaxRoot(changed);
    }

    private static SyntaxNode? RemoveList(SyntaxNode root, AttributeListSyntax list)
    {
        var next = list.GetLastToken().GetNextToken();
        var first = list.GetFirstToken().LeadingTrivia;
        var annotation = new SyntaxAnnotation();
        var marked = root.ReplaceToken(next, next.WithLeadingTrivia(first).WithAdditionalAnnotations(annotation));
        return marked.FindNode(list.Span).FirstAncestorOrSelf<AttributeListSyntax>() is { } found ? marked.RemoveNode(found, SyntaxRemoveOptions.KeepNoTrivia) : null;
    }
}
