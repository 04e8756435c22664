using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0302: replaces a blocking call with the asynchronous call, to which the cancellation token of the task is passed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCallCodeFix))]
[Shared]
public sealed class AwaitCallCodeFix() : TaskCodeFix(DiagnosticIds.BlockingCall, "Call and await the asynchronous method")
{
    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && node is InvocationExpressionSyntax call
        && AsyncPlace.AllowsAwait(model, node, cancellationToken)
        && FindCall(model, SyntaxGenerator.GetGenerator(document), call, cancellationToken) is not null;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var call = FindCall(editor.SemanticModel, editor.Generator, (InvocationExpressionSyntax)node, cancellationToken)!;
        editor.ReplaceNode(node, AsyncPlace.AwaitInside(call).WithTriviaFrom(node));
        return editor.GetChangedDocument();
    }

    private static InvocationExpressionSyntax? FindCall(
        SemanticModel model, SyntaxGenerator generator, InvocationExpressionSyntax call, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var token = AsyncPlace.FindToken(model, call.SpanStart, cancellationToken);
        if (method.Name == "Sleep")
        {
            var task = model.Compilation.GetTypeByMetadataName(MetadataNames.Framework.Task);
            var type = generator.TypeExpression(task!).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
            var delay = (ExpressionSyntax)generator.MemberAccessExpression(type, "Delay");
            return WithToken(call.WithExpression(delay), method, token, name: "cancellationToken");
        }

        if (AsyncCounterpart.Find(method, mayPassToken: token is not null) is not { } counterpart
            || WithName(call.Expression, counterpart.Method.Name) is not { } expression)
        {
            return null;
        }

        var renamed = call.WithExpression(expression);
        return counterpart.Token is { } parameter ? WithToken(renamed, method, token, parameter.Name) : renamed;
    }

    private static ExpressionSyntax? WithName(ExpressionSyntax called, string name) => called switch
    {
        MemberAccessExpressionSyntax member => member.WithName(SyntaxFactory.IdentifierName(name)),
        IdentifierNameSyntax => SyntaxFactory.IdentifierName(name),
        _ => null,
    };

    private static InvocationExpressionSyntax WithToken(
        InvocationExpressionSyntax call, IMethodSymbol method, ExpressionSyntax? token, string name)
    {
        if (token is null)
        {
            return call;
        }

        // After a named or an omitted argument, the token argument must also be named.
        var isNamed = call.ArgumentList.Arguments.Count != method.Parameters.Length
            || call.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null);
        var argument = SyntaxFactory.Argument(
            isNamed ? SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space) : null, default, token);
        var separators = call.ArgumentList.Arguments.GetSeparators().ToList();
        if (call.ArgumentList.Arguments.Count > 0)
        {
            separators.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        }

        return call.WithArgumentList(
            call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList([.. call.ArgumentList.Arguments, argument], separators)));
    }
}
