using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Parsing;

namespace TaskGen.CodeFixes;

/// <summary>TG0301: a blocking wait to <c>await</c>, where the function is asynchronous already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitTaskCodeFix))]
[Shared]
public sealed class AwaitTaskCodeFix() : TaskCodeFix(DiagnosticIds.BlockingWait, "Await instead of blocking")
{
    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && AsyncPlace.AllowsAwait(model, node, cancellationToken)
        && FindAwaited(model, node, cancellationToken) is not null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(node, AsyncPlace.Await(FindAwaited(model!, node, cancellationToken)!, node)));
    }

    private static ExpressionSyntax? FindAwaited(SemanticModel model, SyntaxNode node, CancellationToken cancellationToken) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method => method switch
        {
            { Name: "GetResult" } => member.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter } ? awaiter.Expression : null,
            { Name: "Wait", Parameters: [] } => member.Expression,
            { Name: "Wait", Parameters: [{ Type: var type }] } when type.Is(MetadataNames.Framework.CancellationToken) => Rename(call, member, "WaitAsync"),

            // With a time it says whether it was in time, which nothing else does in one expression.
            { Name: "WaitAll", Parameters.Length: 1 } when call.Parent is ExpressionStatementSyntax => Rename(call, member, "WhenAll"),
            _ => null,
        },
        _ => null,
    };

    private static InvocationExpressionSyntax Rename(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member, string name) =>
        call.WithExpression(member.WithName(SyntaxFactory.IdentifierName(name)));
}
