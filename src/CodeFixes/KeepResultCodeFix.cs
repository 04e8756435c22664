using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.CodeFixes;

/// <summary>Fixes TG0016: removes <c>IgnoreResult</c> from an idempotent task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepResultCodeFix))]
[Shared]
public sealed class KeepResultCodeFix() : TaskCodeFix(DiagnosticIds.IdempotentWithoutResult, "Remove IgnoreResult")
{
    /// <inheritdoc/>
    protected override Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult(node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not null);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        editor.RemoveNode(node.FirstAncestorOrSelf<AttributeArgumentSyntax>()!, SyntaxRemoveOptions.KeepNoTrivia);
        return editor.GetChangedDocument();
    }
}
