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

/// <summary>
/// Fixes TG0015: removes a retry attribute that has no effect, unless its removal would allow retries after other exceptions.
/// </summary>
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

        // A [RetryOn] attribute prevents retries after all other exceptions, even if it has no other effect.
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
