using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0304: adds the filter <c>when (exception is not OperationCanceledException)</c> to a general catch clause. A clause that catches
/// only cancellation is not changed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LetCancellationThroughCodeFix))]
[Shared]
public sealed class LetCancellationThroughCodeFix()
    : TaskCodeFix(DiagnosticIds.SoftLimitSwallowed, "Exclude OperationCanceledException from the catch clause")
{
    private const string NewName = "exception";

    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not CatchClauseSyntax { Filter: null } clause)
        {
            return false;
        }

        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return clause.Declaration is null || model.GetTypeInfo(clause.Declaration.Type, cancellationToken).Type is { } type
            && !type.Is(MetadataNames.Framework.OperationCanceledException)
            && !type.Is(MetadataNames.Framework.TaskCanceledException);
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var clause = (CatchClauseSyntax)node;
        var declaration = clause.Declaration ?? SyntaxFactory.CatchDeclaration(TypeOf(editor, "System.Exception"));
        if (declaration.Identifier.IsKind(SyntaxKind.None))
        {
            declaration = declaration.WithIdentifier(SyntaxFactory.Identifier(FreeName(editor.SemanticModel, clause)));
        }

        var isCancellation = SyntaxFactory.TypePattern(TypeOf(editor, MetadataNames.Framework.OperationCanceledException));
        var filter = SyntaxFactory.CatchFilterClause(SyntaxFactory.IsPatternExpression(
            SyntaxFactory.IdentifierName(declaration.Identifier.WithoutTrivia()),
            SyntaxFactory.UnaryPattern(SyntaxFactory.Token(SyntaxKind.NotKeyword), isCancellation)));

        // Moves the end of the line after the new filter.
        var (keyword, end) = clause.Declaration is { } old
            ? (clause.CatchKeyword, old.GetTrailingTrivia())
            : (clause.CatchKeyword.WithTrailingTrivia(), clause.CatchKeyword.TrailingTrivia);
        editor.ReplaceNode(
            clause,
            clause.WithCatchKeyword(keyword)
                .WithDeclaration(declaration.WithTrailingTrivia())
                .WithFilter(filter.WithTrailingTrivia(end))
                .WithAdditionalAnnotations(Formatter.Annotation));
        return editor.GetChangedDocument();
    }

    private static TypeSyntax TypeOf(DocumentEditor editor, string name) =>
        (TypeSyntax)editor.Generator.TypeExpression(editor.SemanticModel.Compilation.GetTypeByMetadataName(name)!)
            .WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);

    private static string FreeName(SemanticModel model, CatchClauseSyntax clause)
    {
        // Names that the block declares are not in scope before the block, but they would also conflict.
        var taken = new HashSet<string>(
            model.LookupSymbols(clause.Block.OpenBraceToken.Span.End)
                .Where(static symbol => symbol.Kind is SymbolKind.Local or SymbolKind.Parameter or SymbolKind.RangeVariable)
                .Select(static symbol => symbol.Name),
            StringComparer.Ordinal);
        taken.UnionWith(clause.Block.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(
            static token => token.ValueText));
        var name = NewName;
        for (var number = 1; taken.Contains(name); number++)
        {
            name = NewName + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
