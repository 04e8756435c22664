using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>What a fix that writes <c>await</c> asks about the place it writes to.</summary>
internal static class AsyncPlace
{
    private const string TopLevelMethod = "<Main>$";

    /// <summary>Whether <c>await</c> may stand there without changing what encloses it.</summary>
    public static bool AllowsAwait(SemanticModel model, SyntaxNode node, CancellationToken cancellationToken)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case LockStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax or UnsafeStatementSyntax:
                // What stands behind ?. may not be there, and null cannot be awaited.
                case ConditionalAccessExpressionSyntax { WhenNotNull: var rest } when rest.Span.Contains(node.Span):
                    return false;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    // A program becomes asynchronous by its first await.
                    return model.GetEnclosingSymbol(node.SpanStart, cancellationToken)
                        is IMethodSymbol { IsAsync: true } or IMethodSymbol { Name: TopLevelMethod };
            }
        }

        return false;
    }

    /// <summary>An expression that waits.</summary>
    public static ExpressionSyntax Await(ExpressionSyntax awaited) =>
        SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), awaited.WithoutTrivia());

    /// <summary>The same inside another expression: what the simplifier leaves of the parentheses is what the place needs.</summary>
    public static ExpressionSyntax AwaitInside(ExpressionSyntax awaited) =>
        SyntaxFactory.ParenthesizedExpression(Await(awaited)).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>The token of the task, or of the function inside it.</summary>
    /// <returns>Null where there is none in reach.</returns>
    public static ExpressionSyntax? FindToken(SemanticModel model, int position, CancellationToken cancellationToken)
    {
        for (var symbol = model.GetEnclosingSymbol(position, cancellationToken);
            symbol is IMethodSymbol method;
            symbol = method.ContainingSymbol)
        {
            foreach (var parameter in method.Parameters)
            {
                if (parameter.Type.Is(MetadataNames.Framework.CancellationToken))
                {
                    return SyntaxFactory.IdentifierName(Identifiers.Escape(parameter.Name));
                }

                if (parameter.Type.Is(MetadataNames.TaskContext))
                {
                    return SyntaxFactory.ParseExpression($"{Identifiers.Escape(parameter.Name)}.CancellationToken");
                }
            }

            if (method is { IsStatic: true, MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            {
                return null;
            }
        }

        return null;
    }
}
