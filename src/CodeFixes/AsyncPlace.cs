using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Provides helper methods for code fixes that insert <c>await</c>.</summary>
internal static class AsyncPlace
{
    private const string TopLevelMethod = "<Main>$";

    /// <summary>Determines whether a node can be awaited without changing the enclosing code.</summary>
    public static bool AllowsAwait(SemanticModel model, SyntaxNode node, CancellationToken cancellationToken)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case LockStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax or UnsafeStatementSyntax:
                // The part after ?. can be null, which cannot be awaited.
                case ConditionalAccessExpressionSyntax { WhenNotNull: var rest } when rest.Span.Contains(node.Span):
                    return false;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    // Top-level statements become asynchronous with the first await.
                    return model.GetEnclosingSymbol(node.SpanStart, cancellationToken)
                        is IMethodSymbol { IsAsync: true } or IMethodSymbol { Name: TopLevelMethod };
            }
        }

        return false;
    }

    /// <summary>Creates an <c>await</c> expression.</summary>
    public static ExpressionSyntax Await(ExpressionSyntax awaited) =>
        SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), awaited.WithoutTrivia());

    /// <summary>Creates an <c>await</c> expression in parentheses, which the simplifier removes where they are not needed.</summary>
    public static ExpressionSyntax AwaitInside(ExpressionSyntax awaited) =>
        SyntaxFactory.ParenthesizedExpression(Await(awaited)).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Finds the cancellation token that is available at a position in a task method or in a function inside it.</summary>
    /// <returns>The expression of the token; null if no token is accessible.</returns>
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
