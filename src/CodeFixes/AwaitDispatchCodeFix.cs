using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0300: replaces <c>_ = tasks.Send.DelayAsync()</c> with <c>await tasks.Send.DelayAsync()</c>, if the callers of the method do not
/// have to change.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitDispatchCodeFix))]
[Shared]
public sealed class AwaitDispatchCodeFix() : TaskCodeFix(DiagnosticIds.DispatchNotAwaited, "Await the dispatch")
{
    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        FindReplaced(node) is not null
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && AsyncPlace.AllowsAwait(model, node, cancellationToken);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var replaced = FindReplaced(node)!;
        var awaited = AsyncPlace.Await(FindValue(node));
        SyntaxNode replacement = replaced is StatementSyntax ? SyntaxFactory.ExpressionStatement(awaited) : awaited;
        return document.WithSyntaxRoot(root!.ReplaceNode(replaced, replacement.WithTriviaFrom(replaced)));
    }

    // Returns the dispatch call, including a call of ConfigureAwait.
    private static ExpressionSyntax FindValue(SyntaxNode node) =>
        node.Parent
        is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }
            ? configured
            : (ExpressionSyntax)node;

    private static SyntaxNode? FindReplaced(SyntaxNode node)
    {
        if (node is not ExpressionSyntax)
        {
            return null;
        }

        var value = FindValue(node);
        return value.Parent switch
        {
            ExpressionStatementSyntax or LambdaExpressionSyntax => value,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } assignment
                when assignment.Right == value => assignment,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement }
            } } => statement,
            _ => null,
        };
    }
}
