using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.CodeFixes;

/// <summary>Fixes TG0309: removes a <c>[Sensitive]</c> attribute that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSensitiveCodeFix))]
[Shared]
public sealed class RemoveSensitiveCodeFix() : TaskCodeFix(DiagnosticIds.SensitiveWithoutEffect, "Remove [Sensitive]")
{
    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            AttributeEdit.Remove(editor, attribute);
        }

        return editor.GetChangedDocument();
    }
}
