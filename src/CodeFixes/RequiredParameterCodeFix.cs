using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Contract;

namespace TaskGen.CodeFixes;

/// <summary>Fixes TG0214: adds a default value to a new parameter if its type has an obvious one, or accepts the breaking change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequiredParameterCodeFix))]
[Shared]
public sealed class RequiredParameterCodeFix : CodeFixProvider
{
    private const string GiveDefault = "Add a default value";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.RequiredParameterAdded];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new ContractFixAllProvider(ContractCodeFix.Accept);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.ContainsKey(ContractProperties.Parameter)
                && root?.FindNode(diagnostic.Location.SourceSpan) is ParameterSyntax parameter
                && model.GetDeclaredSymbol(parameter, context.CancellationToken) is IParameterSymbol symbol
                && MayHaveDefault(symbol)
                && NaturalDefault(symbol.Type) is { } value)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        GiveDefault,
                        _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(parameter, WithDefault(parameter, value)))),
                        GiveDefault),
                    diagnostic);
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    ContractCodeFix.Accept,
                    token => ContractEdits.ApplyAsync(document.Project, [diagnostic], token),
                    ContractCodeFix.Accept),
                diagnostic);
        }
    }

    // In C#, parameters with a default value must come last.
    private static bool MayHaveDefault(IParameterSymbol parameter)
    {
        if (parameter.HasExplicitDefaultValue || parameter.IsParams || parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return false;
        }

        for (var index = parameter.Ordinal + 1; index < method.Parameters.Length; index++)
        {
            if (!method.Parameters[index].HasExplicitDefaultValue && !method.Parameters[index].IsParams)
            {
                return false;
            }
        }

        return true;
    }

    private static LiteralExpressionSyntax? NaturalDefault(ITypeSymbol type) => type switch
    {
        { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated }
            or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } =>
            SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression),
        { SpecialType: SpecialType.System_Boolean } => SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression),
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } =>
            SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0)),
        _ => null,
    };

    private static ParameterSyntax WithDefault(ParameterSyntax parameter, ExpressionSyntax value) => parameter
        .WithIdentifier(parameter.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
        .WithDefault(
            SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), value))
        .WithTrailingTrivia(parameter.GetTrailingTrivia())
        .WithAdditionalAnnotations(Formatter.Annotation);
}
