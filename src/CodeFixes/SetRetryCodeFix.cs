using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Fixes TG0311: sets <c>Retry</c> in the <c>[Task]</c> attribute of a task that requests retries.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetRetryCodeFix))]
[Shared]
public sealed class SetRetryCodeFix() : TaskCodeFix(DiagnosticIds.RetryWithoutRetries, "Set Retry = 3")
{
    private const int Retries = 3;

    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && FindAttribute(model, node, cancellationToken) is { } attribute
        && !SetsRetry(attribute);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var attribute = FindAttribute(model!, node, cancellationToken)!;
        var value = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(Retries));
        return document.WithSyntaxRoot(
            root!.ReplaceNode(attribute, AttributeEdit.WithLast(attribute, TaskSettings.Retry.Name, value)));
    }

    // The attribute of a partial method can be on its other part, which is possibly in a different file.
    private static AttributeSyntax? FindAttribute(SemanticModel model, SyntaxNode node, CancellationToken cancellationToken)
    {
        foreach (var list in node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.AttributeLists ?? default)
        {
            foreach (var attribute in list.Attributes)
            {
                if (model.GetTypeInfo(attribute, cancellationToken).Type.Is(MetadataNames.TaskAttribute))
                {
                    return attribute;
                }
            }
        }

        return null;
    }

    private static bool SetsRetry(AttributeSyntax attribute)
    {
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == TaskSettings.Retry.Name)
            {
                return true;
            }
        }

        return false;
    }
}
