using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0012: adds a parameter for the cancellation token, which the soft time limit cancels. The fix does not add code that uses the
/// token.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenParameterCodeFix))]
[Shared]
public sealed class TokenParameterCodeFix() : CheckedCodeFix(DiagnosticIds.SoftLimitNotObserved, "Add a CancellationToken parameter")
{
    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || editor.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken)
                is not { IsVirtual: false, IsAbstract: false, IsOverride: false } method
            || !MethodParts.AreTogether(method, declaration)
            || editor.SemanticModel.Compilation.GetTypeByMetadataName(MetadataNames.Framework.CancellationToken) is not { } token)
        {
            return document;
        }

        // Existing direct calls do not pass a token.
        var isOptional = method.Parameters.Any(static parameter => parameter.HasExplicitDefaultValue)
            || await IsCalledAsync(method, document.Project.Solution, cancellationToken).ConfigureAwait(false);
        var type = (TypeSyntax)editor.Generator.TypeExpression(token)
            .WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
        var parts = MethodParts.Of(method, declaration, cancellationToken).ToList();
        var used = new HashSet<string>(parts.SelectMany(static part => part.DescendantTokens()).Select(static found => found.ValueText));
        var name = Identifiers.Unused("cancellationToken", used.Contains);
        foreach (var part in parts)
        {
            // A default value in the implementing part has no effect and causes a compiler warning.
            var hasDefault = isOptional && (parts.Count == 1 || part.Body is null && part.ExpressionBody is null);
            editor.ReplaceNode(part, (current, _) => WithToken((MethodDeclarationSyntax)current, type, name, hasDefault));
        }

        return editor.GetChangedDocument();
    }

    private static MethodDeclarationSyntax WithToken(MethodDeclarationSyntax method, TypeSyntax type, string name, bool hasDefault)
    {
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(type.WithTrailingTrivia(SyntaxFactory.Space));
        if (hasDefault)
        {
            var equals =
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
            parameter = parameter.WithDefault(
                SyntaxFactory.EqualsValueClause(equals, SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)));
        }

        // No parameter can follow a params parameter.
        var list = method.ParameterList;
        var parameters = list.Parameters;
        var place = parameters.Count > 0 && parameters[parameters.Count - 1].Modifiers.Any(SyntaxKind.ParamsKeyword)
            ? parameters.Count - 1
            : parameters.Count;
        var separators = parameters.GetSeparators().ToList();
        if (parameters.Count > 0)
        {
            separators.Insert(Math.Max(0, place - 1), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        }

        return method.WithParameterList(list.WithParameters(
            SyntaxFactory.SeparatedList([.. parameters.Take(place), parameter, .. parameters.Skip(place)], separators)));
    }

    private static async Task<bool> IsCalledAsync(IMethodSymbol method, Solution solution, CancellationToken cancellationToken)
    {
        var references = await SymbolFinder.FindReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false);
        return references.Any(static found => found.Locations.Any(
            static location => location.Document is not SourceGeneratedDocument && !location.IsImplicit));
    }
}
