using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0008: removes the second of two parameters for the token, context, or progress, and uses the first one instead.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SingleInjectionCodeFix))]
[Shared]
public sealed class SingleInjectionCodeFix()
    : CheckedCodeFix(DiagnosticIds.InjectedTwice, "Remove the second parameter and use the first one")
{
    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (ParameterEdit.Find(node, editor.SemanticModel, cancellationToken) is not { Parameter: var second } edit)
        {
            return document;
        }

        var first = ((IMethodSymbol)second.ContainingSymbol).Parameters.First(
            candidate => ParameterClassifier.Classify(candidate) == ParameterClassifier.Classify(second));
        foreach (var part in edit.Parts)
        {
            var uses = MethodParts.UsesOf(part, second.Ordinal, editor.SemanticModel, cancellationToken);
            if (uses.Count > 0 && !SymbolEqualityComparer.Default.Equals(first.Type, second.Type))
            {
                // The fix cannot choose between two progress details of different types.
                return document;
            }

            var identifier = part.ParameterList.Parameters[first.Ordinal].Identifier;
            foreach (var use in uses)
            {
                editor.ReplaceNode(use, SyntaxFactory.IdentifierName(identifier.WithoutTrivia()).WithTriviaFrom(use));
            }

            editor.RemoveNode(part.ParameterList.Parameters[second.Ordinal], SyntaxRemoveOptions.KeepNoTrivia);
        }

        return editor.GetChangedDocument();
    }
}
