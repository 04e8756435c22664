using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0313: adds <c>ToList()</c> to a sequence, or <c>Clone()</c> to a JSON element, so that the result no longer depends on a
/// disposed variable. The fix is not offered if a list is not valid as the result.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EvaluateResultCodeFix))]
[Shared]
public sealed class EvaluateResultCodeFix() : CheckedCodeFix(DiagnosticIds.ResultEvaluatedLate, "Evaluate before the method returns")
{
    private const string Linq = "System.Linq";

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null
            || model is null
            || node is not ExpressionSyntax expression
            || FindMethod(model.GetTypeInfo(node, cancellationToken).Type) is not { } method)
        {
            return document;
        }

        var call = new SyntaxAnnotation();
        var changed = document.WithSyntaxRoot(root.ReplaceNode(expression, Call(expression, method).WithAdditionalAnnotations(call)));
        return method == "Clone" ? changed : await ImportAsync(changed, call, cancellationToken).ConfigureAwait(false);
    }

    private static string? FindMethod(ITypeSymbol? type) => type switch
    {
        _ when type.Is(MetadataNames.Framework.JsonElement) => "Clone",
        { TypeKind: TypeKind.Interface } when type.Is(MetadataNames.Framework.EnumerableInterface)
            || type.Implements(MetadataNames.Framework.EnumerableInterface) => "ToList",
        not null when DeferredCalls.IsQueryable(type) => "ToList",
        _ => null,
    };

    private static InvocationExpressionSyntax Call(ExpressionSyntax expression, string method)
    {
        var target = expression.WithoutTrivia();
        if (expression is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax or SimpleNameSyntax))
        {
            target = SyntaxFactory.ParenthesizedExpression(target).WithAdditionalAnnotations(Simplifier.Annotation);
        }

        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, target, SyntaxFactory.IdentifierName(method))).WithTriviaFrom(expression);
    }

    // Adds the using directive if the call of the extension method does not compile without it.
    private static async Task<Document> ImportAsync(Document document, SyntaxAnnotation call, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is not CompilationUnitSyntax unit
            || model is null
            || model.GetSymbolInfo(root.GetAnnotatedNodes(call).First(), cancellationToken).Symbol is not null)
        {
            return document;
        }

        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Linq))
            .NormalizeWhitespace()
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);
        return document.WithSyntaxRoot(unit.AddUsings(directive));
    }
}
