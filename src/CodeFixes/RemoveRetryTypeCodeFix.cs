using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Declaration;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>TG0015: removes an attribute without an effect, unless it is the one that prevents retries of other failures.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveRetryTypeCodeFix))]
[Shared]
public sealed class RemoveRetryTypeCodeFix() : TaskCodeFix(DiagnosticIds.RetryTypeWithoutEffect, "Remove the attribute")
{
    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null
            || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } method)
        {
            return false;
        }

        // Each [RetryOn] prevents retries of all other failures, even if it has no other effect.
        return model.GetTypeInfo(attribute, cancellationToken).Type.Is(MetadataNames.GiveUpOnAttribute)
            || AttributeReader.ExceptionTypes(method, MetadataNames.RetryOnAttribute)
                .Any(static type => !RetryTypeRules.IsDecidedByWorker(type));
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        AttributeEdit.Remove(editor, node.FirstAncestorOrSelf<AttributeSyntax>()!);
        return editor.GetChangedDocument();
    }
}
