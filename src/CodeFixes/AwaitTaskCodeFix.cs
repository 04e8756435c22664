using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Fixes TG0301: replaces a blocking wait with <c>await</c> in an asynchronous function.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitTaskCodeFix))]
[Shared]
public sealed class AwaitTaskCodeFix() : TaskCodeFix(DiagnosticIds.BlockingWait, "Await instead of blocking")
{
    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && AsyncPlace.AllowsAwait(model, node, cancellationToken)
        && FindAwaited(model, node, cancellationToken) is not null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(
            root!.ReplaceNode(node, AsyncPlace.AwaitInside(FindAwaited(model!, node, cancellationToken)!).WithTriviaFrom(node)));
    }

    private static ExpressionSyntax? FindAwaited(SemanticModel model, SyntaxNode node, CancellationToken cancellationToken) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments: var arguments } call =>
            member.Name.Identifier.ValueText switch
            {
                "GetResult" => member.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter }
                    ? awaiter.Expression
                    : null,

                // The return value of Wait with a timeout indicates whether the task has completed. No single await expression can replace
                // it.
                "Wait" when arguments.Count == 0 => member.Expression,
                "Wait" when arguments.Count == 1
                    && TypeOf(model, arguments[0], cancellationToken).Is(MetadataNames.Framework.CancellationToken) =>
                    Rename(call, member, "WaitAsync"),
                "WaitAll" when call.Parent is ExpressionStatementSyntax
                    && (arguments.Count == 1 || arguments.All(argument => TypeOf(model, argument, cancellationToken).IsAwaitableTask())) =>
                    Rename(call, member, "WhenAll"),
                _ => null,
            },
        _ => null,
    };

    private static ITypeSymbol? TypeOf(SemanticModel model, ArgumentSyntax argument, CancellationToken cancellationToken) =>
        model.GetTypeInfo(argument.Expression, cancellationToken).Type;

    private static InvocationExpressionSyntax Rename(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member, string name) =>
        call.WithExpression(member.WithName(SyntaxFactory.IdentifierName(name)));
}
