using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;

namespace TaskGen.CodeFixes;

/// <summary>Fixes TG0305: replaces an unknown task name with the similar existing name, if there is exactly one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameTaskCodeFix))]
[Shared]
public sealed class NameTaskCodeFix() : TaskCodeFix(DiagnosticIds.UnknownTaskName, "Replace with the similar existing task name")
{
    /// <inheritdoc/>
    protected override Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult(node is LiteralExpressionSyntax && diagnostic.Properties.ContainsKey(RegistryNameRules.Suggestion));

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var name = SyntaxFactory.LiteralExpression(
            SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(diagnostic.Properties[RegistryNameRules.Suggestion]!));
        return document.WithSyntaxRoot(root!.ReplaceNode(node, name.WithTriviaFrom(node)));
    }
}
